# What is in the way: what happened, what is safe, what to press.
trouble-title = Trouble
trouble-none = Nothing is in the way.
trouble-happening = Everything that keeps jenjang from working as it should stands here. Whatever is not named goes on as usual.
trouble-pack-label = PACK NOT LOADED
trouble-pack = { $pack } has { $n ->
    [one] { $n } error
   *[other] { $n } errors
 } and was not loaded.
trouble-pack-safe = Everything else keeps working, and your progress in it is kept.
trouble-pack-press = <k>v</k> view report   <k>y</k> copy it   <k>r</k> try again once it is mended
trouble-pack-check = All of it, with places: jenjang pack check { $pack }
trouble-read-only-label = DATA IN USE
trouble-read-only = { $who ->
    [folder] The data folder cannot be written. This window only looks.
   *[window] Another jenjang (process { $pid }) is writing. This window only looks.
}
trouble-read-only-safe = What the other window saves is safe; answers are not taken here.
trouble-read-only-press = <k>r</k> try again once it is closed   <k>Enter</k> only look
trouble-folder-label = DATA NOT WRITABLE
trouble-folder-safe = What was saved before is safe and can be read; answers are not taken here.
trouble-folder-press = <k>r</k> try again once the folder can be written   <k>Enter</k> only look
trouble-unsaved-label = NOT ON DISK YET
trouble-unsaved = { $n ->
    [one] { $n } action waits
   *[other] { $n } actions wait
 } because the disk refuses: { $why }
trouble-unsaved-safe = They are kept in memory and tried again; if you quit, they go to a rescue file that the next start reads.
trouble-unsaved-press = <k>r</k> try again now   <k>Enter</k> go on
trouble-newer-label = DATA FROM A NEWER VERSION
trouble-newer = Your progress was written by a newer jenjang: data version { $found }; this one knows { $known }.
trouble-newer-safe = Nothing was touched. Upgrade jenjang to go on, or restore a copy that this one knows.
trouble-newer-restore = jenjang data restore { $file }
trouble-newer-press = <k>y</k> copy this   <k>Enter</k> quit
trouble-crash-label = AFTER A CRASH
trouble-crash = jenjang stopped unexpectedly at { $time }.
trouble-crash-safe = Every answer that was shown as saved is saved.
trouble-crash-safe-item = Your last answer (item { $n }) is saved.
trouble-crash-report = Report with no personal text: { $path }
trouble-crash-press = <k>v</k> view report   <k>y</k> copy path   <k>Enter</k> go on
trouble-crash-press-item = <k>Enter</k> continue session at item { $n }   <k>v</k> view report   <k>y</k> copy path
