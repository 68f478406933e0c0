//! `jenjang pack build`.

use crate::cli::args::{BuildArgs, Global};
use crate::cli::exit::{DONE, FAILED, Failure, REFUSED};
use crate::cli::world::Room;
use crate::packs::archive::{self, BuildError};
use crate::packs::told;

/// Runs the command.
pub fn run(global: &Global, args: &BuildArgs) -> Result<u8, Failure> {
    let room = Room::open(global)?;
    let known = super::known();
    let (built, signer) = if args.sign {
        let key = super::key::load(&room)?;
        (archive::build_signed(&args.path, &args.out, &known, &key), Some(key.public().to_string()))
    } else {
        (archive::build(&args.path, &args.out, &known), None)
    };
    let built = match built {
        Ok(built) => built,
        Err(BuildError::Refused(report)) => return Ok(super::refused(global, &report, &room.words)),
        Err(BuildError::NoPack(error)) => return Err(super::no_pack(&error, &room.words)),
        Err(BuildError::Known(id)) => return Err(super::is_builtin(&id, &room.words)),
        Err(BuildError::Taken(file)) => {
            let file = file.display().to_string();
            let file = file.strip_prefix("./").unwrap_or(&file);
            let values = [("file", file.into()), ("path", super::shown(&args.path).into())];
            let text = room.words.fmt("packs-taken", &values);
            return Err(Failure::new(FAILED, "J-TAKEN", text));
        }
        Err(BuildError::Signed(file)) => {
            let file = file.display().to_string();
            let file = file.strip_prefix("./").unwrap_or(&file);
            let text = room.words.fmt("packs-taken-signed", &[("file", file.into())]);
            return Err(Failure::new(FAILED, "J-TAKEN", text).try_this("jenjang pack build --sign"));
        }
        Err(BuildError::Secret(file)) => {
            let text = room.words.fmt("packs-secret-inside", &[("file", file.into())]);
            return Err(Failure::new(REFUSED, "J-SECRET", text));
        }
        Err(BuildError::Disk(error)) => return Err(Failure::new(FAILED, "J-IO", archive::why(&error, &room.words))),
    };
    let file = built.file.display().to_string();
    let file = file.strip_prefix("./").unwrap_or(&file).to_owned();
    let examples = built.examples.iter().map(|(place, what)| format!("{place}: {}", told(what, &room.words)));
    let examples: Vec<String> = examples.collect();
    if global.json {
        let data = serde_json::json!({
            "file": file, "sha256": built.sha256, "bytes": built.bytes, "files": built.files, "signed_by": signer,
            "examples": examples,
        });
        outln!("{}", serde_json::json!({ "schema": "jenjang.pack-build/1", "data": data }));
        return Ok(DONE);
    }
    let values = [("file", file.into()), ("files", built.files.into()), ("bytes", built.bytes.into())];
    outln!("{}", room.words.fmt("packs-built", &values));
    outln!("sha256 {}", built.sha256);
    if let Some(key) = signer {
        outln!("{}", room.words.fmt("packs-signed-by", &[("key", key.into())]));
    }
    if !built.examples.is_empty() {
        eprintln!("{}", room.words.fmt("packs-built-examples", &[("n", built.examples.len().into())]));
        examples.iter().for_each(|line| eprintln!("  {line}"));
    }
    Ok(DONE)
}
