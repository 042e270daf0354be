//! Parses a path as the only argument, such as that of the function in `custom = path`.

use syn::{Expr, ExprPath, LitStr, parse::ParseStream};

use super::{
    call::{Call, Style},
    literal::{as_string, show},
};

/// Parses an attribute that only takes the path of a `kind` of item.
pub(crate) fn parse(mut call: Call, input: ParseStream<'_>, kind: &str) -> syn::Result<ExprPath> {
    call.parse(input)?;
    if call.style == Style::Called && !call.values.is_empty() {
        let value = call.values.swap_remove(0);
        call.error_at(&value, describe(&call, kind, &value));
        call.values = vec![value];
    }
    let path = take(&mut call, kind);
    call.finish(path)
}

pub(super) fn take(call: &mut Call, kind: &str) -> Option<ExprPath> {
    match call.take_value(&format!("needs the path of a {kind}"))? {
        Expr::Path(path) => Some(path),
        value => {
            call.error_at(&value, describe(call, kind, &value));
            None
        }
    }
}

/// Says what to write instead of a `value` that is not a path, or is in parentheses.
fn describe(call: &Call, kind: &str, value: &Expr) -> String {
    let path = match value {
        Expr::Path(_) => show(value),
        Expr::Call(call) => show(&call.func),
        value => as_string(value).map(LitStr::value),
    };
    let path = path.filter(|path| syn::parse_str::<ExprPath>(path).is_ok());
    let right = path.map_or_else(|| call.example.to_owned(), |path| format!("{} = {path}", call.name));
    format!("`{}` takes the path of a {kind}: write `{right}`", call.name)
}
