//! The default of a generic model.

/// Makes the default of the generic model `M`. A bound on `M` itself would be reported as an `M` that can't be read, since
/// the compiler prefers the outermost trait of the same type.
#[diagnostic::on_unimplemented(
    message = "`{M}` has no `Default`, from which its attribute `default` takes the values of absent fields",
    label = "reads a model without `Default`",
    note = "add `#[derive(Default)]` to the model, which also needs `Default` for the type in its parameter, or put `default` on single fields"
)]
pub trait DefaultOf<M> {
    /// The default.
    fn make() -> M;
}

#[diagnostic::do_not_recommend]
impl<M: Default> DefaultOf<M> for () {
    fn make() -> M {
        M::default()
    }
}
