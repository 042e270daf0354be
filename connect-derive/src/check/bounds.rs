//! Infers the bounds of type parameters. A parameter that is read gets one; the type of a field does only if it is
//! flattened and not recursive, since the bounds of a recursive model would never end.

use quote::ToTokens;
use syn::{Generics, Ident, Type, TypeParamBound, TypePath, WherePredicate};

use super::{default_bounds, explicit_bounds, generic_rules};
use crate::{
    attributes::raw::{Body, Entry, Field, Item},
    errors::Errors,
    model::Bounds,
    reading,
    rules::Rule,
    table::Key,
    types,
};

pub(super) fn infer<'a>(item: &'a Item<'a>, errors: &mut Errors) -> Bounds<'a> {
    let (fields, generics) = (item.body.iter().flat_map(fields).collect::<Vec<_>>(), &item.input.generics);
    let mut search = Search::new(&item.input.ident, generics, BY_DECODE);
    let whole = explicit_bounds::parse(&item.entries, errors);
    let inferred = whole.is_none() && generics.type_params().next().is_some();
    search.found.explicit.extend(explicit_bounds::of_container(whole.unwrap_or_default(), &fields, generics));
    search.found.ruled = generic_rules::infer(&fields, generics);
    let default = default_bounds::of_container(item);
    search.found.default_model = inferred && default.is_some_and(default_bounds::is_trait);
    for field in fields {
        match explicit_bounds::parse(&field.entries, errors) {
            Some(predicates) => search.found.explicit.extend(explicit_bounds::of_field(predicates, field)),
            None if inferred => search.infer_field(field, default.is_some()),
            None => {}
        }
    }
    search.found
}

/// The bounds of a model that is converted from the type `raw`.
pub(super) fn infer_of_converted<'a>(item: &'a Item<'a>, raw: &'a Type, errors: &mut Errors) -> Bounds<'a> {
    let generics = &item.input.generics;
    let mut search = Search::new(&item.input.ident, generics, BY_DECODE);
    match explicit_bounds::parse(&item.entries, errors) {
        Some(predicates) => {
            search.found.explicit.extend(explicit_bounds::of_container(predicates, &[], generics));
        }
        None => search.visit(raw),
    }
    search.found
}

/// The fields that may be read.
fn fields<'a>(body: &'a Body<'a>) -> Vec<&'a Field<'a>> {
    match body {
        Body::Struct(content) => content.fields.iter().collect(),
        Body::Enum(variants) => {
            let read = variants.iter().filter(|variant| !variant.entries.has(Key::Skip));
            read.flat_map(|variant| &variant.content.fields).collect()
        }
    }
}

/// Whether the type of the field decodes it.
fn is_read(field: &Field<'_>) -> bool {
    !field.entries.has(Key::Skip) && !reading::is_foreign(&field.entries)
}

/// The traits that a parameter's bound may have if its values are read from any input: by one name, or by another for
/// every lifetime.
#[derive(Clone, Copy)]
struct Owned(&'static str, &'static str);

const BY_DECODE: Owned = Owned("DecodeOwned", "Decode");
const BY_SERDE: Owned = Owned("DeserializeOwned", "Deserialize");

struct Search<'a> {
    model: &'a Ident,
    generics: &'a Generics,
    owned: Owned,
    found: Bounds<'a>,
}

impl<'a> Search<'a> {
    fn new(model: &'a Ident, generics: &'a Generics, owned: Owned) -> Self {
        Self { model, generics, owned, found: Bounds::default() }
    }

    fn infer_field(&mut self, field: &'a Field<'a>, of_container: bool) {
        if is_read(field) && field.entries.has(Key::JsonString) {
            self.visit_field_of_json_string(field);
        } else if is_read(field) {
            self.visit_field(field);
        } else if field.entries.list.iter().any(reading::converts) && !field.entries.has(Key::Skip) {
            self.visit_parts(field);
        } else if field.entries.has(Key::Serde) && !field.entries.has(Key::Skip) {
            self.visit_field_of_serde(field);
        }
        if default_bounds::is_needed(field, of_container) {
            default_bounds::visit(field.ty, self.generics, &mut self.found.default);
        }
    }

    fn visit_field(&mut self, field: &Field<'a>) {
        let mentions = |name: &Ident| types::mentions(field.ty, name);
        let depends = self.generics.type_params().any(|param| mentions(&param.ident));
        if field.entries.has(Key::Flatten)
            && depends
            && !types::is_map(field.ty)
            && !types::recurs(field.ty, self.model)
        {
            self.found.flattened.push(field.ty);
        }
        self.visit(field.ty);
    }

    /// What is read from the contents of a string may not borrow from them.
    fn visit_field_of_json_string(&mut self, field: &'a Field<'a>) {
        let mut search = Search::new(self.model, self.generics, BY_DECODE);
        search.visit(field.ty);
        let Bounds { params, read, hashers, keys, .. } = search.found;
        self.found.owned.extend(params.iter().map(|param| *param as &dyn ToTokens));
        self.found.owned.extend(read.iter().map(|ty| *ty as &dyn ToTokens));
        self.found.hashers.extend(hashers);
        self.found.keys.extend(keys);
    }

    /// Visits the keys and items that their types read.
    fn visit_parts(&mut self, field: &Field<'a>) {
        let ty = types::inside(field.ty);
        if let Some(key) = types::map_key(ty).filter(|_| !field.entries.has(Key::Keys)) {
            self.found.keys.extend(Some(key).filter(|key| types::is_made_of_param(key, self.generics)));
            self.visit(key);
        }
        let by_rule = |entry: &Entry| entry.rule().is_some_and(Rule::converts);
        if let Some(item) = types::item(ty).filter(|_| !field.entries.list.iter().any(by_rule)) {
            self.visit(item);
        }
    }

    fn visit_field_of_serde(&mut self, field: &Field<'a>) {
        let mut search = Search::new(self.model, self.generics, BY_SERDE);
        search.visit(field.ty);
        let Bounds { params, read, hashers, .. } = search.found;
        self.found.hashers.extend(hashers);
        self.found.by_serde.extend(params.into_iter().map(|param| param as &dyn ToTokens));
        self.found.by_serde.extend(read.into_iter().map(|ty| ty as &dyn ToTokens));
    }

    fn visit(&mut self, ty: &'a Type) {
        match ty {
            Type::Array(array) => self.visit(&array.elem),
            Type::Group(group) => self.visit(&group.elem),
            Type::Paren(paren) => self.visit(&paren.elem),
            Type::Path(path) => self.visit_path(ty, path),
            Type::Reference(reference) => self.visit(&reference.elem),
            Type::Slice(slice) => self.visit(&slice.elem),
            Type::Tuple(tuple) => tuple.elems.iter().for_each(|elem| self.visit(elem)),
            _ => {}
        }
    }

    fn visit_path(&mut self, ty: &'a Type, path: &'a TypePath) {
        if let Some(param) = path.path.get_ident().filter(|_| path.qself.is_none()) {
            let known = self.found.params.contains(&param) || is_read_by_bound(self.generics, param, self.owned);
            if types::is_param(param, self.generics) && !known {
                self.found.params.push(param);
            }
        } else if types::is_of_param(path, self.generics) {
            self.found.read.push(ty);
        } else if let Some(last) = path.path.segments.last()
            && last.ident != "PhantomData"
        {
            let is_of_param = |ty: &&Type| types::is_made_of_param(ty, self.generics);
            self.found.keys.extend(types::map_key(ty).filter(is_of_param));
            self.found.hashers.extend(types::hasher(last).filter(is_of_param));
            types::held_in(last).for_each(|ty| self.visit(ty));
        }
    }
}

/// Whether the user's own bound says that the parameter can be read from any input; a second bound would be ambiguous
/// (E0283).
fn is_read_by_bound(generics: &Generics, param: &Ident, owned: Owned) -> bool {
    let inline = generics.type_params().filter(|found| found.ident == *param).flat_map(|found| &found.bounds);
    let predicates = generics.where_clause.iter().flat_map(|clause| &clause.predicates);
    let clauses = predicates.filter_map(|predicate| match predicate {
        WherePredicate::Type(predicate) => Some(predicate),
        _ => None,
    });
    let of_param = clauses.filter(|clause| matches!(&clause.bounded_ty, Type::Path(path) if path.path.is_ident(param)));
    inline.chain(of_param.flat_map(|clause| &clause.bounds)).any(|bound| is_owned(bound, owned))
}

fn is_owned(bound: &TypeParamBound, Owned(owned, for_any): Owned) -> bool {
    let TypeParamBound::Trait(bound) = bound else { return false };
    let name = bound.path.segments.last().map(|last| &last.ident);
    name.is_some_and(|name| name == owned || (name == for_any && bound.lifetimes.is_some()))
}
