//! Changes payloads: values, keys, items, and bytes.

use crate::{random::Random, tree::Tree};

/// Values that take the place of others.
const SWAPS: &[&str] = &[
    "null",
    "true",
    "false",
    "0",
    "-0",
    "7",
    "-1",
    "1.5",
    "5.0",
    "-3.0",
    "5e2",
    "25e-1",
    "1.10",
    "300",
    "2147483648",
    "4294967296",
    "18446744073709551616",
    "1e400",
    "0e999999999999",
    "\"\"",
    "\"text\"",
    "\"5\"",
    "\" 5\"",
    "\"5.0\"",
    "\"0x5\"",
    "\"NaN\"",
    "\"true\"",
    "\"null\"",
    "\"2031-01-01\"",
    "\"\\ud800\"",
    "[]",
    "[1]",
    "[null]",
    "[\"a\",2]",
    "{}",
    "{\"x\":1}",
    "{\"type\":\"text\"}",
    "{\"\\ud800\":1}",
];

/// Bytes that matter to a reader, and one that is never in UTF-8.
const BYTES: &[u8] = b"\"\\{}[],:0159-+.eEtfnu \n\t\x00\x1f/\xff\xc3";

/// A payload that was changed.
pub(crate) struct Mutated {
    pub(crate) json: Vec<u8>,
    /// What the text says, unless it is no JSON any more.
    pub(crate) tree: Option<Tree>,
}

/// Makes up to three changes to values, and once in five times one to the bytes.
pub(crate) fn mutate(sample: &Tree, random: &mut Random) -> Mutated {
    let mut tree = sample.clone();
    for _ in 0..=random.below(3) {
        change_somewhere(&mut tree, random);
    }
    let mut json = tree.spell(random).into_bytes();
    if random.below(5) > 0 {
        return Mutated { json, tree: Some(tree) };
    }
    change_bytes(&mut json, random);
    Mutated { tree: Tree::read(&json), json }
}

/// All values in the tree, from the root down.
fn values(tree: &Tree) -> Vec<&Tree> {
    let mut all = vec![tree];
    let mut next = 0;
    while let Some(&value) = all.get(next) {
        match value {
            Tree::List(items) => all.extend(items),
            Tree::Object(entries) => all.extend(entries.iter().map(|(_, value)| value)),
            _ => {}
        }
        next += 1;
    }
    all
}

/// Calls `change` for the value with this number in depth-first order.
fn at(tree: &mut Tree, number: &mut usize, change: &mut dyn FnMut(&mut Tree)) {
    if *number == 0 {
        change(tree);
    }
    // Past the value, the number wraps and is not reached again.
    *number = number.wrapping_sub(1);
    match tree {
        Tree::List(items) => items.iter_mut().for_each(|item| at(item, number, change)),
        Tree::Object(entries) => entries.iter_mut().for_each(|(_, value)| at(value, number, change)),
        _ => {}
    }
}

fn change_somewhere(tree: &mut Tree, random: &mut Random) {
    let all = values(tree);
    let donor = all[random.below(all.len())].clone();
    let mut number = random.below(all.len());
    at(tree, &mut number, &mut |value| change_value(value, &donor, random));
}

fn change_value(value: &mut Tree, donor: &Tree, random: &mut Random) {
    match random.below(8) {
        0 => *value = Tree::read(random.pick(SWAPS).as_bytes()).unwrap_or(Tree::Null),
        1 => *value = donor.clone(),
        2 => *value = Tree::List(vec![value.clone()]),
        _ => match value {
            Tree::Object(entries) => change_entries(entries, donor, random),
            Tree::List(items) => change_items(items, donor, random),
            scalar => respell(scalar, random),
        },
    }
}

/// Says the same, or almost the same, in another way.
fn respell(value: &mut Tree, random: &mut Random) {
    *value = match (&*value, random.below(4)) {
        (Tree::Number(text), 0 | 1) => Tree::Text(text.clone()),
        (Tree::Number(text), 2) if !text.contains(['.', 'e', 'E']) => Tree::Number(format!("{text}.0")),
        (Tree::Number(text), _) if !text.contains(['e', 'E']) => Tree::Number(format!("{text}e0")),
        (Tree::Bool(bool), _) => Tree::Text(bool.to_string()),
        (Tree::Text(text), 0) => Tree::Object(vec![(text.clone(), Tree::Null)]),
        (Tree::Text(text), 1) => Tree::Text(text.to_uppercase()),
        (Tree::Text(text), _) => Tree::Text(format!("{text}\u{e9}\n")),
        _ => Tree::Number("12".to_owned()),
    };
}

fn change_entries(entries: &mut Vec<(String, Tree)>, donor: &Tree, random: &mut Random) {
    if entries.is_empty() {
        return entries.push(("new".to_owned(), donor.clone()));
    }
    let index = random.below(entries.len());
    match random.below(7) {
        0 => drop(entries.remove(index)),
        1 => entries.push(entries[index].clone()),
        2 => entries.push((entries[index].0.clone(), donor.clone())),
        3 => entries[index].0.push('_'),
        4 => entries[index].0 = entries[random.below(entries.len())].0.clone(),
        5 => entries.rotate_left(index),
        _ => entries.insert(index, ("new-key".to_owned(), donor.clone())),
    }
}

fn change_items(items: &mut Vec<Tree>, donor: &Tree, random: &mut Random) {
    let index = random.below(items.len() + 1);
    match (random.below(3), index < items.len()) {
        (0, true) => drop(items.remove(index)),
        (1, true) => items.insert(index, items[index].clone()),
        _ => items.insert(index, donor.clone()),
    }
}

fn change_bytes(json: &mut Vec<u8>, random: &mut Random) {
    let index = random.below(json.len());
    let byte = BYTES[random.below(BYTES.len())];
    match random.below(5) {
        0 => json.truncate(index),
        1 => json[index] = byte,
        2 => drop(json.remove(index)),
        3 => json.insert(index, byte),
        _ => drop(json.splice(index..index, *b"\\udc00")),
    }
}
