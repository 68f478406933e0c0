# The box with a text.
text-empty = There is no text.
text-rows = { $from } to { $to } of { $n }
