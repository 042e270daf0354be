//! Infers the bounds of type parameters. A parameter that is read gets one; the type of a field does only if it is
//! flattened and not recursive, since the bounds of a recursive model would never end.

use syn::{Generics, Ident, Token, Type, TypeParamBound, TypePath, WherePredicate, punctuated::Punctuated};

use super::{default_bounds, generic_rules};
use crate::{
    attributes::raw::{Body, Entries, Entry, Field, Item},
    errors::Errors,
    model::Bounds,
    reading,
    table::Key,
    types,
};

pub(super) fn infer<'a>(item: &'a Item<'a>, errors: &mut Errors) -> Bounds<'a> {
    let mut search = Search { model: &item.input.ident, generics: &item.input.generics, found: Bounds::default() };
    let whole = explicit(&item.entries, errors);
    let inferred = whole.is_none() && search.generics.type_params().next().is_some();
    search.found.explicit.extend(whole.into_iter().flatten());
    search.found.ruled =
        generic_rules::infer(&item.body.iter().flat_map(fields).collect::<Vec<_>>(), &item.input.generics);
    let default = default_bounds::of_container(item);
    search.found.default_model = inferred && default.is_some_and(default_bounds::is_trait);
    for field in item.body.iter().flat_map(fields) {
        match explicit(&field.entries, errors) {
            Some(predicates) => search.found.explicit.extend(predicates),
            None if inferred => search.infer_field(field, default.is_some()),
            None => {}
        }
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

/// The predicates of serde's `bound`.
fn explicit(entries: &Entries, errors: &mut Errors) -> Option<Vec<WherePredicate>> {
    let text = entries.get(Key::Bound).and_then(Entry::text)?;
    let parsed = text.parse_with(Punctuated::<WherePredicate, Token![,]>::parse_terminated).map_err(|_| {
        let message = format!("`bound` takes bounds, such as `\"T: MyTrait\"`, but `{}` is not one", text.value());
        syn::Error::new(text.span(), message)
    });
    Some(errors.keep(parsed)?.into_iter().collect())
}

struct Search<'a> {
    model: &'a Ident,
    generics: &'a Generics,
    found: Bounds<'a>,
}

impl<'a> Search<'a> {
    fn infer_field(&mut self, field: &'a Field<'a>, of_container: bool) {
        if is_read(field) {
            self.visit_field(field);
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
            let known = self.found.params.contains(&param) || is_read_by_bound(self.generics, param);
            if types::is_param(param, self.generics) && !known {
                self.found.params.push(param);
            }
        } else if types::is_of_param(path, self.generics) {
            self.found.read.push(ty);
        } else if let Some(last) = path.path.segments.last()
            && last.ident != "PhantomData"
        {
            self.found.keys.extend(types::map_key(ty).filter(|key| self.is_of_param(key)));
            types::types_in(last).for_each(|ty| self.visit(ty));
        }
    }

    fn is_of_param(&self, ty: &Type) -> bool {
        matches!(ty, Type::Path(path) if types::is_of_param(path, self.generics))
    }
}

/// Whether the user's own bound says that the parameter can be read from any input; a second bound would be ambiguous
/// (E0283).
fn is_read_by_bound(generics: &Generics, param: &Ident) -> bool {
    let inline = generics.type_params().filter(|found| found.ident == *param).flat_map(|found| &found.bounds);
    let predicates = generics.where_clause.iter().flat_map(|clause| &clause.predicates);
    let clauses = predicates.filter_map(|predicate| match predicate {
        WherePredicate::Type(predicate) => Some(predicate),
        _ => None,
    });
    let of_param = clauses.filter(|clause| matches!(&clause.bounded_ty, Type::Path(path) if path.path.is_ident(param)));
    inline.chain(of_param.flat_map(|clause| &clause.bounds)).any(is_decode_owned)
}

fn is_decode_owned(bound: &TypeParamBound) -> bool {
    let TypeParamBound::Trait(bound) = bound else { return false };
    let name = bound.path.segments.last().map(|last| &last.ident);
    name.is_some_and(|name| name == "DecodeOwned" || (name == "Decode" && bound.lifetimes.is_some()))
}
