//! Expansions of whole items.

use syn::parse_quote;

mod attributes;
mod expansions;
mod lines;

use super::expand;

fn expand_to_text(input: &syn::DeriveInput) -> String {
    expand(input).to_string()
}

/// The expansion of a model, formatted.
fn expand_to_pretty_text(text: &str) -> String {
    prettyplease::unparse(&syn::parse2(expand(&syn::parse_str(text).unwrap())).unwrap())
}

#[test]
fn only_the_runtime_given_by_crate_is_named() {
    for body in [
        parse_quote!(
            struct Model {
                id: u8,
            }
        ),
        parse_quote!(
            enum Model {
                A,
                B,
            }
        ),
        parse_quote!(
            struct Model(u8);
        ),
    ] {
        let mut input: syn::DeriveInput = body;
        input.attrs.push(parse_quote!(#[connect(crate = "elsewhere::runtime")]));
        let text = expand_to_text(&input);
        assert!(text.contains("use elsewhere :: runtime :: __private as __rt"), "{text}");
        assert!(!text.contains("connect_runtime"), "{text}");
    }
}

#[test]
fn deserialize_is_implemented_for_owned_models_unless_they_opt_out() {
    let implemented = |input| expand_to_text(&input).contains("Deserialize");
    assert!(implemented(parse_quote!(
        struct Model<T, const N: usize> {
            ids: [T; N],
        }
    )));
    assert!(!implemented(parse_quote!(
        struct Model<'a> {
            id: &'a str,
        }
    )));
    assert!(!implemented(parse_quote!(
        #[connect(no_deserialize)]
        struct Model {
            id: u8,
        }
    )));
}

#[test]
fn every_trait_is_implemented_even_for_an_invalid_item() {
    let text = expand_to_text(&parse_quote!(union Model { a: u8 }));
    for implemented in ["Decode < '__de > for Model", "ConnectModel for Model", "Deserialize < '__de > for Model"] {
        assert!(text.contains(implemented), "{implemented}");
    }
    assert_eq!(text.matches("compile_error").count(), 1);
}

#[test]
fn only_parameters_that_are_read_are_bound() {
    let input = parse_quote! {
        struct Model<A, B, C, D: for<'x> Decode<'x>> {
            read: Vec<Option<A>>,
            assoc: B::Item,
            marker: std::marker::PhantomData<C>,
            #[connect(skip)]
            skipped: C,
            by_hand: D,
        }
    };
    let text = expand_to_text(&input);
    assert!(text.contains("where A : __rt :: Decode < '__de > , B :: Item : __rt :: Decode < '__de > ,"), "{text}");
    assert!(!text.contains("C : __rt :: Decode") && !text.contains("D : __rt :: Decode"), "{text}");
}
