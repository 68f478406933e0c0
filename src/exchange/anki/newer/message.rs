//! Messages of protobuf, as far as a collection has them (the encoding: <https://protobuf.dev/programming-guides/encoding/>).

use crate::exchange::Trouble;
use crate::exchange::anki::read::broken;

/// The value of a field in a message of protobuf.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value<'a> {
    /// A whole number.
    Number(u64),
    /// A text, or a message.
    Bytes(&'a [u8]),
    /// 4 or 8 bytes, which nothing here asks for.
    Fixed,
}

impl<'a> Value<'a> {
    /// Of a whole number.
    pub fn number(self) -> Option<u64> {
        if let Value::Number(number) = self { Some(number) } else { None }
    }

    /// As text; of what is none it is empty.
    ///
    /// # Errors
    ///
    /// When it is not UTF-8.
    pub fn text(self) -> Result<&'a str, Trouble> {
        if let Value::Bytes(bytes) = self { std::str::from_utf8(bytes).map_err(broken) } else { Ok("") }
    }
}

/// The value of a field: of several, the last one counts (protobuf's encoding, "last one wins").
///
/// # Errors
///
/// When the message is cut, or none.
pub fn last(message: &[u8], wanted: u64) -> Result<Option<Value<'_>>, Trouble> {
    let (mut rest, mut found) = (message, None);
    while !rest.is_empty() {
        let (number, value, after) = field(rest).ok_or_else(|| broken("a message that is cut"))?;
        rest = after;
        if number == wanted {
            found = Some(value);
        }
    }
    Ok(found)
}

/// The first field of a message: number, value, and what follows it.
fn field(message: &[u8]) -> Option<(u64, Value<'_>, &[u8])> {
    let (tag, rest) = varint(message)?;
    let (value, rest) = match tag & 7 {
        0 => varint(rest).map(|(number, rest)| (Value::Number(number), rest))?,
        1 => (Value::Fixed, rest.get(8..)?),
        2 => {
            let (length, rest) = varint(rest)?;
            let (bytes, rest) = rest.split_at_checked(usize::try_from(length).ok()?)?;
            (Value::Bytes(bytes), rest)
        }
        5 => (Value::Fixed, rest.get(4..)?),
        _ => return None,
    };
    Some((tag >> 3, value, rest))
}

/// A number in groups of seven bits, the lowest first, of at most ten.
fn varint(bytes: &[u8]) -> Option<(u64, &[u8])> {
    let mut number = 0;
    for (at, byte) in bytes.iter().enumerate().take(10) {
        number |= u64::from(byte & 0x7f) << (7 * at);
        if byte & 0x80 == 0 {
            return Some((number, &bytes[at + 1..]));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_gives_the_last_value_of_a_field_and_skips_all_others() {
        let message = [
            b"\x08\x01".as_slice(),
            b"\x12\x02hi",
            b"\x1d\x00\x00\x80\x3f",
            b"\x21\x08\x01\x08\x01\x08\x01\x08\x01",
            b"\x08\xac\x02",
        ]
        .concat();
        assert_eq!(last(&message, 1), Ok(Some(Value::Number(300))));
        assert_eq!(last(&message, 2).map(|it| it.map(Value::text)), Ok(Some(Ok("hi"))));
        assert_eq!((last(&message, 4), last(&message, 9)), (Ok(Some(Value::Fixed)), Ok(None)));
    }

    #[test]
    fn a_message_that_is_cut_or_never_ends_is_refused() {
        let cut: [&[u8]; 7] = [
            b"\x08",
            b"\x12\x05hi",
            b"\x12\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01",
            b"\x1d\x00",
            b"\x0b",
            b"\x0c",
            &[0xff; 11],
        ];
        for message in cut {
            assert!(last(message, 1).is_err(), "{message:?}");
        }
        assert_eq!(last(b"", 1), Ok(None));
        assert!(last(b"\x12\x01\xff", 2).is_ok_and(|it| it.is_some_and(|it| it.text().is_err())), "no UTF-8");
    }
}
