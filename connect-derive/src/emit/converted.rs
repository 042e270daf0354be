//! Emits the implementations for a model that is converted from another type.

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};

use super::{
    bounds::{decoding_params, where_clause},
    impls::{Parts, emit_claims, emit_deserialize, emit_may_start_with},
    input::Input,
    map_key, run_rules, validate,
};
use crate::{
    model::{Bounds, Converted, Target},
    spans, types,
};

pub(super) fn emit(target: &Target<'_>, bounds: &Bounds<'_>, body: &Converted<'_>) -> Parts {
    let checks = run_rules::emit_checks(&body.checks, "self", &quote!(&[]));
    let code = Code { target, bounds, body };
    let (map_key, record) = (code.implement_map_key(), code.implement_record());
    Parts {
        items: quote!(#map_key #record),
        spelling: quote!(__rt::None),
        decode: code.emit_decode(),
        validate_nested: validate::emit_method(&TokenStream::new(), checks.as_ref()),
        methods: code.emit_methods(),
        fields: quote!(&[]),
        deserialize: emit_deserialize(),
    }
}

struct Code<'a> {
    target: &'a Target<'a>,
    bounds: &'a Bounds<'a>,
    body: &'a Converted<'a>,
}

impl Code<'_> {
    fn model(&self) -> TokenStream {
        let (ident, (_, arguments, _)) = (self.target.ident, self.target.generics.split_for_impl());
        quote!(#ident #arguments)
    }

    fn emit_decode(&self) -> TokenStream {
        let (raw, model, conversion) = (self.body.raw, self.model(), self.emit_conversion());
        let decode = spans::of_decode(raw, "decode");
        let call =
            quote_spanned!(spans::at_type(raw)=> __rt::converted::<#raw, #model>(__reader, #decode, #conversion));
        self.in_mode(&call)
    }

    /// The call in the reader mode of the model.
    fn in_mode(&self, call: &TokenStream) -> TokenStream {
        if self.body.strict {
            quote_spanned!(spans::hidden()=> __rt::strict(__reader, |__reader| #call))
        } else {
            call.clone()
        }
    }

    fn emit_conversion(&self) -> TokenStream {
        let (convert, raw) = (self.emit_convert(), self.body.raw);
        // What is known of a parameter holds for the lifetime of the input, while the fields are there for any.
        let fields = if self.target.generics.params.is_empty() {
            quote_spanned!(spans::hidden()=> __rt::FieldsOf::<#raw>::NEW.fields())
        } else {
            quote!(&[])
        };
        let checks = run_rules::emit_checks(&self.body.checks, "__model", &quote!(&[]));
        quote_spanned! {spans::hidden()=>
            __rt::Conversion::new(
                #convert,
                |__model, __problems| { #checks },
                #fields,
            )
        }
    }

    /// A function that makes the model.
    fn emit_convert(&self) -> TokenStream {
        let (raw, model) = (self.body.raw, self.model());
        let span = spans::at_type(raw);
        if self.body.fallible {
            quote_spanned! {span=>
                |__raw| match <#model as __rt::TryFrom<#raw>>::try_from(__raw) {
                    __rt::Ok(__model) => __rt::Ok(__model),
                    __rt::Err(__error) => __rt::Err(__rt::ErrorKind::of(&__error).known().rejection(__error)),
                }
            }
        } else {
            quote_spanned!(span=> |__raw| __rt::Ok(<#model as __rt::From<#raw>>::from(__raw)))
        }
    }

    /// What the model has of the type that is read, unless that contains the model again.
    fn emit_methods(&self) -> TokenStream {
        let raw = self.body.raw;
        if types::recurs(raw, self.target.ident) {
            return emit_may_start_with(&quote!(true));
        }
        let item = |name| spans::of_decode(raw, name);
        let (optional, absent) = (item("OPTIONAL"), self.emit_absent());
        let (claims, may_start) = (item("claims"), item("may_start_with"));
        let claims = emit_claims(&quote_spanned!(spans::hidden()=> #claims(__name)));
        let may_start = emit_may_start_with(&quote_spanned!(spans::hidden()=> #may_start(__first)));
        quote!(const OPTIONAL: ::core::primitive::bool = #optional; #absent #claims #may_start)
    }

    /// A value that can't be made of an absent one is missing.
    fn emit_absent(&self) -> TokenStream {
        let (raw, model, absent) = (self.body.raw, self.model(), spans::of_decode(self.body.raw, "absent"));
        let convert = if self.body.fallible {
            quote_spanned!(spans::at_type(raw)=> .and_then(|__raw| <#model as __rt::TryFrom<#raw>>::try_from(__raw).ok()))
        } else {
            quote_spanned!(spans::at_type(raw)=> .map(|__raw| <#model as __rt::From<#raw>>::from(__raw)))
        };
        quote_spanned! {spans::hidden()=>
            fn absent() -> __rt::Option<#model> {
                #absent()#convert
            }
        }
    }

    /// Where the type that is read can be a key, so can the model; its `Display` form is the key.
    fn implement_map_key(&self) -> Option<TokenStream> {
        let (raw, model) = (self.body.raw, self.model());
        if types::recurs(raw, self.target.ident) || has_elided_lifetime(raw.to_token_stream()) {
            return None;
        }
        let bounds = [quote!(#raw: __rt::MapKey), quote!(#model: __rt::Display)];
        let to_key = quote_spanned!(spans::hidden()=> __rt::Cow::Owned(__rt::ToString::to_string(self)));
        Some(map_key::implement(self.target, &bounds, &to_key))
    }

    /// Where the type that is read can be flattened, so can the model. Its bound is for every lifetime, which delays its
    /// check until the model is flattened.
    fn implement_record(&self) -> Option<TokenStream> {
        let (raw, model) = (self.body.raw, self.model());
        let has_keys = !types::is_never_object(raw) && !has_elided_lifetime(raw.to_token_stream());
        if !has_keys || types::recurs(raw, self.target.ident) {
            return None;
        }
        let params = decoding_params(self.target);
        let bound = quote!(for<'__any> #raw: __rt::Record<'__de, Model = #raw>,);
        let condition = where_clause(self.target, self.bounds, Input::Decoded)
            .map_or_else(|| quote!(where #bound), |condition| quote!(#condition #bound));
        let (reading, making) = (self.emit_reading(), self.emit_making());
        Some(quote_spanned! {spans::hidden()=>
            #[automatically_derived]
            impl #params __rt::Record<'__de> for #model #condition {
                type Model = #model;
                #reading
                #making
            }
        })
    }

    /// What the type that is read does with the keys.
    fn emit_reading(&self) -> TokenStream {
        let raw = self.body.raw;
        let record = quote!(<#raw as __rt::Record<'__de>>);
        let take = self.in_mode(&quote_spanned!(spans::hidden()=> #record::take(__slots, __entry, __reader)));
        // In a mode of its own, each value is read by `take`.
        let in_order = if self.body.strict {
            quote_spanned!(spans::hidden()=> __rt::Ok(()))
        } else {
            quote_spanned!(spans::hidden()=> #record::read_in_order(__slots, __keys, __reader))
        };
        quote_spanned! {spans::hidden()=>
            type Slots = #record::Slots;
            const SHAPE: &'static __rt::Shape = #record::SHAPE;
            fn slots() -> Self::Slots {
                #record::slots()
            }
            fn visit_fields<__V: __rt::FieldVisitor<'__de>>(
                __slots: &mut Self::Slots,
                __visitor: &mut __V,
            ) -> __rt::Result<(), __rt::Failure> {
                #record::visit_fields(__slots, __visitor)
            }
            fn read_in_order(
                __slots: &mut Self::Slots,
                __keys: &mut __rt::Keys,
                __reader: &mut __rt::Reader<'__de>,
            ) -> __rt::Result<(), __rt::Failure> {
                #in_order
            }
            fn take(
                __slots: &mut Self::Slots,
                __entry: &__rt::Entry<'_>,
                __reader: &mut __rt::Reader<'__de>,
            ) -> __rt::Result<::core::primitive::bool, __rt::Failure> {
                #take
            }
        }
    }

    fn emit_making(&self) -> TokenStream {
        let (raw, model, conversion) = (self.body.raw, self.model(), self.emit_conversion());
        let convert = self.emit_convert();
        let finish = quote_spanned! {spans::hidden()=>
            __rt::finish_converted::<#raw, #model>(__slots, __object, __reader, #conversion)
        };
        let finish = self.in_mode(&finish);
        quote_spanned! {spans::hidden()=>
            fn build(__slots: Self::Slots) -> __rt::Result<#model, __rt::Failure> {
                __rt::build_converted::<#raw, #model>(__slots, #convert)
            }
            fn finish(
                __slots: Self::Slots,
                __object: ::core::primitive::usize,
                __reader: &mut __rt::Reader<'__de>,
            ) -> __rt::Result<#model, __rt::Failure> {
                #finish
            }
        }
    }
}

/// Whether a type borrows for a lifetime that has no name.
fn has_elided_lifetime(ty: TokenStream) -> bool {
    let mut tokens = ty.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let elided = match (token, tokens.peek()) {
            (TokenTree::Group(group), _) => has_elided_lifetime(group.stream()),
            (TokenTree::Punct(punct), Some(TokenTree::Ident(name))) if punct.as_char() == '\'' => name == "_",
            (TokenTree::Punct(punct), next) if punct.as_char() == '&' => {
                !matches!(next, Some(TokenTree::Punct(tick)) if tick.as_char() == '\'')
            }
            _ => false,
        };
        if elided {
            return true;
        }
    }
    false
}
