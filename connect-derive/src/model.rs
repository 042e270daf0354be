//! The validated model: an item whose attributes are checked and resolved.

use proc_macro2::Span;
use quote::ToTokens;
use syn::{ExprPath, Generics, Ident, Member, Path, Type, WherePredicate};

use crate::{defaults::Default, reading::Reading, rules::Rule};

/// The type that the traits are implemented for.
pub(crate) struct Target<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) generics: &'a Generics,
    /// The path of `connect_runtime`.
    pub(crate) runtime: Path,
    /// Whether serde's `Deserialize` is implemented as well.
    pub(crate) deserialize: bool,
}

/// What the generated implementations do.
pub(crate) struct Model<'a> {
    pub(crate) body: Body<'a>,
    pub(crate) bounds: Bounds<'a>,
    /// How a part of the model is read, if it is.
    pub(crate) partial: Option<Partial<'a>>,
}

/// How a part of a model is read.
pub(crate) enum Partial<'a> {
    /// It is there when it is complete.
    Whole,
    /// It is a part of its only value.
    Inside,
    /// It is a struct of its own.
    Companion(Companion<'a>),
}

/// The struct of what there is of a model.
pub(crate) struct Companion<'a> {
    pub(crate) ident: Ident,
    /// The traits to derive; `Debug` if none are given.
    pub(crate) derives: Option<&'a [Path]>,
    pub(crate) visibility: &'a syn::Visibility,
    /// The visibility and the docs of the fields.
    pub(crate) fields: Vec<(&'a syn::Visibility, Vec<&'a syn::Attribute>)>,
}

pub(crate) enum Body<'a> {
    Struct(Content<'a>),
    UnitEnum(UnitEnum<'a>),
    Enum(Enum<'a>),
    Converted(Converted<'a>),
}

/// A model that is made of another type, which is read in its place.
pub(crate) struct Converted<'a> {
    pub(crate) raw: &'a Type,
    /// Whether the conversion may be refused.
    pub(crate) fallible: bool,
    pub(crate) strict: bool,
    /// The functions that check the model.
    pub(crate) checks: Vec<&'a ExprPath>,
}

impl<'a> Body<'a> {
    /// All fields, whichever variant they are in.
    pub(crate) fn fields(&self) -> impl Iterator<Item = &Field<'a>> {
        let contents: Vec<_> = match self {
            Self::Struct(content) => vec![content],
            Self::UnitEnum(_) | Self::Converted(_) => Vec::new(),
            Self::Enum(found) => found.variants.iter().chain(&found.other).map(|variant| &variant.content).collect(),
        };
        contents.into_iter().flat_map(Content::fields)
    }
}

/// The content of a struct or variant.
pub(crate) enum Content<'a> {
    /// Nothing.
    Unit,
    /// A single value: the struct or variant is read as this value.
    Newtype(Record<'a>),
    /// Values by position.
    Tuple(Record<'a>),
    /// Values by name.
    Record(Record<'a>),
}

impl<'a> Content<'a> {
    fn fields(&self) -> &[Field<'a>] {
        match self {
            Self::Unit => &[],
            Self::Newtype(record) | Self::Tuple(record) | Self::Record(record) => &record.fields,
        }
    }
}

/// Fields that are read together.
pub(crate) struct Record<'a> {
    pub(crate) fields: Vec<Field<'a>>,
    pub(crate) deny_unknown_fields: bool,
    /// Whether keys are accepted whatever their case.
    pub(crate) ignore_case: bool,
    /// The default of the struct, whose fields replace absent ones that have no default of their own.
    pub(crate) default: Option<Default<'a>>,
    /// The functions that check the struct as a whole.
    pub(crate) checks: Vec<&'a ExprPath>,
}

pub(crate) struct Field<'a> {
    pub(crate) member: Member,
    pub(crate) ty: &'a Type,
    pub(crate) role: Role,
    pub(crate) reading: Reading<'a>,
    pub(crate) absence: Absence<'a>,
    pub(crate) rules: Vec<&'a Rule>,
    /// The keys of its path; empty for a field in the object of the model itself.
    pub(crate) path: Vec<String>,
    /// The span of `whole`: of a value that is incomplete there is nothing.
    pub(crate) whole: Option<Span>,
}

/// Where a field's value is in JSON.
pub(crate) enum Role {
    /// At a key of its own, or at a position.
    Keyed(WireNames),
    /// Spread over keys of the object that the struct itself is read from.
    Flattened,
    /// Not in JSON.
    Skipped,
}

/// The names of a field or variant in JSON.
pub(crate) struct WireNames {
    pub(crate) name: String,
    pub(crate) aliases: Vec<String>,
    /// Those of a variant's names that have no quotes.
    pub(crate) bare: Vec<String>,
}

impl WireNames {
    /// A single name, in quotes.
    pub(crate) fn of(name: String) -> Self {
        Self { name, aliases: Vec::new(), bare: Vec::new() }
    }

    /// The canonical name and the others.
    pub(crate) fn all(&self) -> impl Iterator<Item = &String> {
        self.aliases.iter().chain([&self.name])
    }

    pub(crate) fn is_bare(&self, name: &str) -> bool {
        self.bare.iter().any(|bare| bare == name)
    }
}

/// What an absent field becomes.
pub(crate) enum Absence<'a> {
    /// Whatever its type decides.
    OfType,
    /// A problem, whatever the type.
    Missing,
    /// `None`, although something other than its type decodes the field.
    None,
    Default(Default<'a>),
    /// The same field of the container's default.
    OfContainer,
}

/// The bounds that type parameters need.
#[derive(std::default::Default)]
pub(crate) struct Bounds<'a> {
    /// Types that are read.
    pub(crate) read: Vec<&'a Type>,
    /// Parameters that are read.
    pub(crate) params: Vec<&'a Ident>,
    /// Of these, the parameters and types that are read from any input.
    pub(crate) owned: Vec<&'a dyn ToTokens>,
    /// Parameters, and their associated types, that are the keys of maps.
    pub(crate) keys: Vec<&'a Type>,
    /// Types of flattened fields that depend on parameters.
    pub(crate) flattened: Vec<&'a Type>,
    /// Parameters, and their associated types, that fields without a value are made of.
    pub(crate) default: Vec<&'a Type>,
    /// Whether absent fields come from the `Default` of the model itself.
    pub(crate) default_model: bool,
    /// Types of values with a rule.
    pub(crate) ruled: Vec<(&'a Type, &'a Rule)>,
    /// Parameters, and their associated types, that serde reads.
    pub(crate) by_serde: Vec<&'a dyn ToTokens>,
    /// Parameters, and their associated types, that hash the keys of maps or the items of sets.
    pub(crate) hashers: Vec<&'a Type>,
    /// The user's own predicates, which replace inferred ones.
    pub(crate) explicit: Vec<Explicit>,
}

/// A predicate of serde's `bound`, and what its `Deserialize` means: what reads the values that it is about.
pub(crate) struct Explicit {
    pub(crate) predicate: WherePredicate,
    pub(crate) by_decode: bool,
    pub(crate) by_serde: bool,
}

/// An enum whose variants differ only by name.
pub(crate) struct UnitEnum<'a> {
    pub(crate) variants: Vec<UnitVariant<'a>>,
    pub(crate) other: Option<Other<'a>>,
    /// Whether names are accepted whatever their case.
    pub(crate) ignore_case: bool,
}

pub(crate) struct UnitVariant<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) wire: WireNames,
}

/// The variant that takes unknown names.
pub(crate) struct Other<'a> {
    pub(crate) ident: &'a Ident,
    /// The type of what it keeps the name in; `None` if it drops the name.
    pub(crate) keeps: Option<&'a Type>,
}

/// An enum whose variants have content, or that is tagged.
pub(crate) struct Enum<'a> {
    pub(crate) tagging: Tagging,
    pub(crate) variants: Vec<Variant<'a>>,
    /// The index of the variant that is read where the tag is missing.
    pub(crate) default: Option<usize>,
    /// The variant that takes values with an unknown tag.
    pub(crate) other: Option<Variant<'a>>,
    pub(crate) deny_unknown_fields: bool,
    /// Whether tags and names are accepted whatever their case.
    pub(crate) ignore_case: bool,
    /// The functions that check the enum as a whole.
    pub(crate) checks: Vec<&'a ExprPath>,
}

/// How the JSON shows which variant a value is.
pub(crate) enum Tagging {
    External,
    Internal {
        tag: String,
        /// Whether what the variants hold sees the tag.
        keep: bool,
    },
    Adjacent {
        tag: String,
        content: String,
    },
    Untagged,
}

pub(crate) struct Variant<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) wire: WireNames,
    pub(crate) content: Content<'a>,
}
