//! Rules see through `Option`, references and smart pointers.

/// Implements a rule for types that hold one other value. Without one, as in `None`, each method returns its type's
/// default, which means that nothing is wrong.
macro_rules! see_through {
    (impl[$($param:ident)?] $rule:path { $($methods:tt)+ }) => {
        see_through!(@around [$($param)?] [$rule] [Option<T>] [T: $rule] [as_ref] { $($methods)+ });
        see_through!(@around [$($param)?] [$rule] [&T] [T: $rule + ?Sized] [inside] { $($methods)+ });
        see_through!(@around [$($param)?] [$rule] [Box<T>] [T: $rule + ?Sized] [inside] { $($methods)+ });
        see_through!(@around [$($param)?] [$rule] [std::rc::Rc<T>] [T: $rule + ?Sized] [inside] { $($methods)+ });
        see_through!(@around [$($param)?] [$rule] [std::sync::Arc<T>] [T: $rule + ?Sized] [inside] { $($methods)+ });
        see_through!(@around [$($param)?] [$rule] [crate::spanned::Spanned<T>] [T: $rule] [value] { $($methods)+ });
        see_through!(
            @around [$($param)?] [$rule] [std::borrow::Cow<'_, T>] [T: $rule + ToOwned + ?Sized] [inside] { $($methods)+ }
        );
    };
    (@around [$($param:ident)?] [$rule:path] [$outer:ty] [$($bound:tt)+] [$inside:ident] {
        $(fn $method:ident(&self $(, $argument:ident: $type:ty)*) -> $result:ty;)+
    }) => {
        impl<$($param,)? $($bound)+> $rule for $outer {
            $(
                #[inline]
                fn $method(&self $(, $argument: $type)*) -> $result {
                    see_through!(@$inside self).map(|value| <T as $rule>::$method(value $(, $argument)*)).unwrap_or_default()
                }
            )+
        }
    };
    (@as_ref $outer:ident) => { $outer.as_ref() };
    (@value $outer:ident) => { Some(&$outer.value) };
    (@inside $outer:ident) => { Some(&**$outer) };
}
