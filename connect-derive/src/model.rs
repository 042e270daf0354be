//! What is meant: a model whose attributes are checked and resolved.

use syn::{ExprPath, Generics, Ident, Member, Path, Type, WherePredicate};

use crate::{defaults::Default, reading::Reading, rules::Rule};

/// The type that the traits are implemented for.
pub(crate) struct Target<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) generics: &'a Generics,
    /// Where `connect_runtime` is.
    pub(crate) runtime: Path,
    /// Whether serde's `Deserialize` is implemented as well.
    pub(crate) deserialize: bool,
}

/// What the traits do.
pub(crate) struct Model<'a> {
    pub(crate) body: Body<'a>,
    pub(crate) bounds: Bounds<'a>,
}

pub(crate) enum Body<'a> {
    Struct(Content<'a>),
    Names(Names<'a>),
    Enum(Enum<'a>),
}

/// What a struct or a variant contains.
pub(crate) enum Content<'a> {
    /// Nothing.
    Unit,
    /// One value, which stands for the whole.
    Newtype(Record<'a>),
    /// Values by position.
    Tuple(Record<'a>),
    /// Values by name.
    Record(Record<'a>),
}

/// Fields that are read together.
pub(crate) struct Record<'a> {
    pub(crate) fields: Vec<Field<'a>>,
    pub(crate) deny_unknown_fields: bool,
    /// Where absent fields without a default of their own take their value from.
    pub(crate) default: Option<Default<'a>>,
    /// Functions that check the whole.
    pub(crate) checks: Vec<&'a ExprPath>,
}

pub(crate) struct Field<'a> {
    pub(crate) member: Member,
    pub(crate) ty: &'a Type,
    pub(crate) role: Role,
    pub(crate) reading: Reading<'a>,
    pub(crate) absence: Absence<'a>,
    pub(crate) rules: Vec<&'a Rule>,
}

/// Where a field's value stands in JSON.
pub(crate) enum Role {
    /// At a key of its own, or at a position.
    Keyed(Wire),
    /// At keys among those of the object around.
    Flattened,
    /// Nowhere.
    Skipped,
}

/// The spellings of a name in JSON.
pub(crate) struct Wire {
    pub(crate) name: String,
    pub(crate) aliases: Vec<String>,
}

/// What an absent field becomes.
pub(crate) enum Absence<'a> {
    /// The type says.
    OfType,
    /// A problem, whatever the type.
    Missing,
    /// `None`, though what reads the field is not its type.
    None,
    Default(Default<'a>),
    /// The field of the container's default.
    OfContainer,
}

/// What type parameters must be able to do.
#[derive(std::default::Default)]
pub(crate) struct Bounds<'a> {
    /// Types that are read.
    pub(crate) read: Vec<&'a Type>,
    /// Parameters that are read.
    pub(crate) params: Vec<&'a Ident>,
    /// Parameters that are flattened.
    pub(crate) flattened: Vec<&'a Ident>,
    /// Types of values with a rule.
    pub(crate) ruled: Vec<(&'a Type, &'a Rule)>,
    /// What the user wrote instead.
    pub(crate) written: Vec<WherePredicate>,
}

/// An enum that is a set of names.
pub(crate) struct Names<'a> {
    pub(crate) variants: Vec<Name<'a>>,
    pub(crate) other: Option<Other<'a>>,
}

/// A variant that is a name.
pub(crate) struct Name<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) wire: Wire,
}

/// The variant that takes unknown names.
pub(crate) struct Other<'a> {
    pub(crate) ident: &'a Ident,
    /// Whether it has a String for the name.
    pub(crate) keeps: bool,
}

/// An enum whose variants have content, or that is tagged.
pub(crate) struct Enum<'a> {
    pub(crate) tagging: Tagging,
    pub(crate) variants: Vec<Variant<'a>>,
    /// The variant that takes what has an unknown tag.
    pub(crate) other: Option<Variant<'a>>,
    pub(crate) deny_unknown_fields: bool,
    /// Functions that check the whole.
    pub(crate) checks: Vec<&'a ExprPath>,
}

/// How JSON says which variant a value is.
#[derive(Clone)]
pub(crate) enum Tagging {
    External,
    Internal { tag: String },
    Adjacent { tag: String, content: String },
    Untagged,
}

pub(crate) struct Variant<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) wire: Wire,
    pub(crate) content: Content<'a>,
}
