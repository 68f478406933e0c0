//! Note types: which field is asked, which one answers.

use std::collections::{HashMap, HashSet};

use serde::Deserialize;

use crate::exchange::table::{Column, NAME, column, cut};

/// A note type as the collection has it.
#[derive(Debug, Default, Deserialize)]
pub struct Model {
    /// What it is called.
    #[serde(default)]
    pub name: String,
    /// [`CLOZE`], or anything else.
    #[serde(default, rename = "type")]
    pub kind: u64,
    /// The fields of its notes, in order.
    #[serde(default)]
    pub flds: Vec<Field>,
    /// The cards of its notes, in order.
    #[serde(default)]
    pub tmpls: Vec<Template>,
}

/// The kind of types whose notes are texts with gaps.
pub const CLOZE: u64 = 1;

/// A field of a note type.
#[derive(Debug, Deserialize)]
pub struct Field {
    /// What it is called.
    #[serde(default)]
    pub name: String,
}

/// How a card looks, as HTML.
#[derive(Debug, Deserialize)]
pub struct Template {
    /// Its front.
    #[serde(default)]
    pub qfmt: String,
    /// Its back.
    #[serde(default)]
    pub afmt: String,
}

/// Which fields of a note are what, by place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    /// The name of the type.
    pub name: String,
    /// The field that is asked.
    pub front: usize,
    /// The field that answers; none for a text with gaps.
    pub back: Option<usize>,
    /// Fields that are shown with the answer, and what their names say that they hold.
    pub extra: Vec<(usize, Option<Column>)>,
    /// Fields that nothing shows: place and name.
    pub hidden: Vec<(usize, String)>,
    /// A template has a script.
    pub script: bool,
}

/// The shape of each note type by its number; without one for types that are neither basic nor cloze, with their names.
pub fn shapes(models: HashMap<i64, Model>) -> HashMap<i64, Result<Shape, String>> {
    models.into_iter().map(|(id, model)| (id, shape(model))).collect()
}

/// A type is basic when the first of its cards asks one field and shows others with the answer, and cloze when Anki says so.
fn shape(model: Model) -> Result<Shape, String> {
    // Told again with each of its notes.
    let name = cut(&model.name, NAME);
    let Some(template) = model.tmpls.first() else { return Err(name) };
    let fields: Vec<&str> = model.flds.iter().map(|field| &*field.name).collect();
    let mut places = HashMap::new();
    for (at, name) in fields.iter().enumerate() {
        places.entry(*name).or_insert(at);
    }
    let is_cloze = model.kind == CLOZE;
    let asked: Vec<usize> = if is_cloze {
        named(&template.qfmt, &places, |filters| filters.contains("cloze"))
    } else {
        // A box to type in shows nothing of its field, and a hint not before it is asked for.
        named(&template.qfmt, &places, |filters| !filters.contains("type") && !filters.contains("hint"))
    };
    let [front] = asked[..] else { return Err(name) };
    let mut shown = named(&template.afmt, &places, |_| true);
    shown.extend(named(&template.qfmt, &places, |_| true));
    shown.retain(|at| *at != front);
    shown.sort_unstable();
    shown.dedup();
    let back = if is_cloze { None } else { shown.first().copied() };
    if back.is_none() && !is_cloze {
        return Err(name);
    }
    let is_hidden = |at: &usize| *at != front && shown.binary_search(at).is_err();
    let hidden = (0..fields.len()).filter(is_hidden).map(|at| (at, cut(fields[at], NAME))).collect();
    let rest = shown.iter().filter(|at| Some(**at) != back);
    let extra = rest.map(|at| (*at, column(fields[*at]))).collect();
    let script = model.tmpls.iter().any(|it| [&it.qfmt, &it.afmt].iter().any(|text| text.contains("<script")));
    Ok(Shape { name, front, back, extra, hidden, script })
}

/// The fields that a template shows, in order, each once: `{{Front}}`, `{{hint:Back}}`; a condition such as `{{#Back}}` shows nothing. `wanted` is asked
/// about what stands before a field's name.
fn named(template: &str, places: &HashMap<&str, usize>, wanted: impl Fn(&str) -> bool) -> Vec<usize> {
    let (mut found, mut seen) = (Vec::new(), HashSet::new());
    for part in template.split("{{").skip(1) {
        let Some((tag, _)) = part.split_once("}}") else { continue };
        let tag = tag.trim();
        if tag.starts_with(['#', '^', '/']) {
            continue;
        }
        let (filters, name) = tag.rsplit_once(':').unwrap_or(("", tag));
        if let Some(at) = places.get(name.trim())
            && wanted(filters)
            && seen.insert(*at)
        {
            found.push(*at);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(json: &str) -> Result<Shape, String> {
        shape(serde_json::from_str(json).unwrap_or_else(|e| panic!("{e}")))
    }

    #[test]
    fn a_type_with_one_field_to_ask_is_basic_whatever_it_is_called() {
        let json = r#"{"name":"Wort","type":0,"flds":[{"name":"Note"},{"name":"Deutsch"},{"name":"English"},{"name":"Extra"}],
            "tmpls":[{"qfmt":"<b>{{Deutsch}}</b> {{English}}","afmt":"{{FrontSide}}"},{"qfmt":"","afmt":""}]}"#;
        assert_eq!(of(json), Err("Wort".into()), "two fields are asked");
        let json = json
            .replace(" {{English}}", " {{type:English}}")
            .replace("{{FrontSide}}", "{{FrontSide}}{{#Extra}}{{hint:Extra}}{{/Extra}}{{English}}");
        let shape = of(&json).unwrap_or_else(|e| panic!("{e}"));
        assert_eq!((shape.front, shape.back, &*shape.extra), (1, Some(2), &[(3, Some(Column::Explain))][..]));
        assert_eq!(shape.hidden, [(0, "Note".to_owned())]);
    }

    #[test]
    fn a_cloze_has_no_answer_of_its_own() {
        let json = r#"{"name":"Cloze","type":1,"flds":[{"name":"Text"},{"name":"Back Extra"}],
            "tmpls":[{"qfmt":"{{cloze:Text}}","afmt":"{{cloze:Text}}<br>{{Back Extra}}<script>x</script>"}]}"#;
        let shape = of(json).unwrap_or_else(|e| panic!("{e}"));
        assert_eq!((shape.front, shape.back, &*shape.extra, shape.script), (0, None, &[(1, None)][..], true));
        let json = json.replace("{{cloze:Text}}", "{{Text}}");
        assert_eq!(of(&json), Err("Cloze".into()));
    }
}
