//! Reading the bundle's JSON into structs.
//!
//! Serde's derived readers are what editors' files are read by: they tell line and column. In the browser they would
//! weigh as much as Yew does. Here a value is read without a way out: what does not fit is noted with its path, once, and reading
//! goes on with an empty value. The bundle is refused if anything was noted.

use serde_json::{Map, Value};

/// What is read from a JSON value.
pub trait Read: Sized {
    /// Reads a value; notes a misfit in `reader` and gives something empty in its place.
    fn read(value: Value, reader: &mut Reader) -> Self;
}

/// Where one is in the JSON, and the first misfit.
#[derive(Default)]
pub struct Reader {
    path: Vec<Step>,
    /// The path of the first misfit, and what was expected there.
    pub misfit: Option<String>,
}

enum Step {
    Field(&'static str),
    Item(usize),
}

impl Reader {
    /// Notes that something else was expected here.
    pub fn expect(&mut self, expected: &str) {
        if self.misfit.is_none() {
            let steps = self.path.iter().map(|step| match step {
                Step::Field(name) => (*name).to_owned(),
                Step::Item(index) => index.to_string(),
            });
            self.misfit = Some(format!("{}: expected {expected}", steps.collect::<Vec<_>>().join(".")));
        }
    }

    /// The fields of an object.
    pub fn object(&mut self, value: Value) -> Map<String, Value> {
        if let Value::Object(fields) = value {
            return fields;
        }
        self.expect("an object");
        Map::new()
    }

    /// The items of an array; of so many, where it has a fixed length.
    pub fn array(&mut self, value: Value, length: Option<usize>) -> Vec<Value> {
        if let Value::Array(items) = value
            && length.is_none_or(|length| items.len() == length)
        {
            return items;
        }
        self.expect("an array, of the right length");
        Vec::new()
    }

    /// Reads a field, and takes it out of the object: null stays. One that is not there is null.
    pub fn field<T: Read>(&mut self, fields: &mut Map<String, Value>, name: &'static str) -> T {
        self.path.push(Step::Field(name));
        // Taking the entry away would need the map's whole rebalancing, 1 KB of program.
        let read = T::read(fields.get_mut(name).map(Value::take).unwrap_or_default(), self);
        self.path.pop();
        read
    }

    /// Reads a field that an object may lack.
    pub fn optional<T: Read + Default>(&mut self, fields: &mut Map<String, Value>, name: &'static str) -> T {
        if fields.contains_key(name) { self.field(fields, name) } else { T::default() }
    }

    /// Notes a field that is not known.
    pub fn done(&mut self, fields: &Map<String, Value>) {
        if let Some((name, _)) = fields.iter().find(|(_, left)| !left.is_null()) {
            self.expect(&format!("no field “{name}”"));
        }
    }

    /// An unsigned number.
    pub fn number(&mut self, value: &Value) -> u64 {
        value.as_u64().unwrap_or_else(|| {
            self.expect("a whole number");
            0
        })
    }
}

impl Read for String {
    fn read(value: Value, reader: &mut Reader) -> Self {
        if let Value::String(string) = value {
            return string;
        }
        reader.expect("a string");
        Self::new()
    }
}

impl Read for bool {
    fn read(value: Value, reader: &mut Reader) -> Self {
        value.as_bool().unwrap_or_else(|| {
            reader.expect("true or false");
            false
        })
    }
}

impl Read for u8 {
    fn read(value: Value, reader: &mut Reader) -> Self {
        Self::try_from(reader.number(&value)).unwrap_or_default()
    }
}

impl Read for u32 {
    fn read(value: Value, reader: &mut Reader) -> Self {
        // What is too large ends at the largest number; the bundle's check then refuses the range.
        Self::try_from(reader.number(&value)).unwrap_or(Self::MAX)
    }
}

impl Read for i32 {
    fn read(value: Value, reader: &mut Reader) -> Self {
        value.as_i64().and_then(|number| Self::try_from(number).ok()).unwrap_or_else(|| {
            reader.expect("a whole number");
            0
        })
    }
}

impl Read for f64 {
    fn read(value: Value, reader: &mut Reader) -> Self {
        value.as_f64().unwrap_or_else(|| {
            reader.expect("a number");
            0.0
        })
    }
}

impl<T: Read> Read for Option<T> {
    fn read(value: Value, reader: &mut Reader) -> Self {
        if value.is_null() { None } else { Some(T::read(value, reader)) }
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(value: Value, reader: &mut Reader) -> Self {
        let items = reader.array(value, None).into_iter().enumerate();
        let read = items.map(|(index, item)| {
            reader.path.push(Step::Item(index));
            let read = T::read(item, reader);
            reader.path.pop();
            read
        });
        read.collect()
    }
}

/// Tuples are arrays of a fixed length.
macro_rules! tuple {
    ($length:literal: $($T:ident),*) => {
        impl<$($T: Read),*> Read for ($($T,)*) {
            fn read(value: Value, reader: &mut Reader) -> Self {
                let mut items = reader.array(value, Some($length)).into_iter();
                ($($T::read(items.next().unwrap_or_default(), reader),)*)
            }
        }
    };
}

tuple!(2: A, B);
tuple!(3: A, B, C);
tuple!(4: A, B, C, D);

/// Reads a struct from an object: the fields it must have, then, behind a semicolon, those it may lack. A field that
/// it does not know is a misfit.
macro_rules! record {
    ($Name:ident { $($field:ident),* $(; $($optional:ident),*)? }) => {
        impl $crate::corpus::record::Read for $Name {
            fn read(value: serde_json::Value, reader: &mut $crate::corpus::record::Reader) -> Self {
                let mut fields = reader.object(value);
                let read = $Name {
                    $($field: reader.field(&mut fields, stringify!($field)),)*
                    $($($optional: reader.optional(&mut fields, stringify!($optional)),)*)?
                };
                reader.done(&fields);
                read
            }
        }
    };
}

pub(crate) use record;
