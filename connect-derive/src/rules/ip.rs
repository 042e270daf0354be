//! `ip`, `ip(v4)` and `ip(v6)`: an IP address.

use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};
use syn::{Expr, LitStr};

use super::{
    call::{Call, Style},
    literal::{as_string, show},
    rule::{Constraint, Parse, Site, Spec},
};

pub(super) const SPEC: Spec = Spec { name: "ip", example: "ip(v4)", arguments: &[], parse: Parse::Call(parse) };

/// The variant of the runtime's `Ip`.
struct Ip(&'static str);

fn parse(call: &mut Call) -> Option<Box<dyn Constraint>> {
    let values = std::mem::take(&mut call.values);
    let version = match values.as_slice() {
        [] => {
            call.refuse_empty();
            "Any"
        }
        [version] => parse_version(version, call)?,
        [_, second, ..] => {
            call.error_at(second, "`ip` takes at most one version: write only `ip` for both");
            return None;
        }
    };
    Some(Box::new(Ip(version)))
}

fn parse_version(value: &Expr, call: &mut Call) -> Option<&'static str> {
    let shown = show(value);
    let text = as_string(value).map(LitStr::value).or_else(|| shown.clone()).unwrap_or_default();
    let (right, version) = match text.to_lowercase().trim_start_matches('v') {
        "4" => ("v4", "V4"),
        "6" => ("v6", "V6"),
        _ => {
            call.error_at(value, "`ip` takes `v4` or `v6`: write `ip(v4)`, or only `ip` for both");
            return None;
        }
    };
    if shown.as_deref() != Some(right) || call.style != Style::Called {
        call.error_at(value, format!("`ip` takes `v4` or `v6` in parentheses: write `ip({right})`"));
    }
    Some(version)
}

impl Constraint for Ip {
    fn emit(&self, site: &Site<'_>) -> TokenStream {
        let version = Ident::new(self.0, site.span);
        site.call("ip", &quote_spanned!(site.span=> __rt::rules::Ip::#version,))
    }

    fn bounds(&self) -> Vec<TokenStream> {
        vec![quote!(__rt::rules::IpText)]
    }
}
