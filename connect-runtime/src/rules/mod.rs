//! The rules: each a trait that says which types it fits, and the function that generated code calls.

mod custom;
mod distinct;
mod each;
mod email;
mod ip;
mod length;
mod multiple_of;
mod numbers;
mod one_of;
mod pattern;
mod range;
mod unique;
mod url;
mod uuid;

pub use custom::{check, custom};
pub use distinct::{Digester, Distinct};
pub use each::{Each, each};
pub use email::{EmailText, email};
pub use ip::{Ip, IpText, ip};
pub use length::{Bounds, Length, length};
pub use multiple_of::{MultipleOf, multiple_of};
pub use numbers::{Integer, Real};
pub use one_of::{OneOf, one_of};
pub use pattern::{Pattern, PatternText, pattern};
pub use range::{Limit, Range, range};
pub use unique::{Unique, unique};
pub use url::{UrlText, url};
pub use uuid::{UuidText, uuid};

use crate::{code::Code, problems::Problems};

/// Records a broken rule with the user's own message, else with `text`, which is told whether the value is to stay
/// hidden.
#[cold]
fn broken(problems: &mut Problems, code: Code, message: Option<&'static str>, text: impl FnOnce(bool) -> String) {
    let hidden = problems.sensitive;
    problems.add(code, || message.map_or_else(|| text(hidden), str::to_owned));
}

/// Implements a rule for the types around one other value. Where there is none, as in `None`, each method gives its
/// type's default, which stands for "nothing is wrong".
macro_rules! see_through {
    (impl[$($param:ident)?] $rule:ty { $($methods:tt)+ }) => {
        see_through!(@around [$($param)?] [$rule] [Option<T>] [T: $rule] [as_ref] { $($methods)+ });
        see_through!(@around [$($param)?] [$rule] [&T] [T: $rule + ?Sized] [inside] { $($methods)+ });
        see_through!(@around [$($param)?] [$rule] [Box<T>] [T: $rule + ?Sized] [inside] { $($methods)+ });
        see_through!(@around [$($param)?] [$rule] [std::rc::Rc<T>] [T: $rule + ?Sized] [inside] { $($methods)+ });
        see_through!(@around [$($param)?] [$rule] [std::sync::Arc<T>] [T: $rule + ?Sized] [inside] { $($methods)+ });
        see_through!(
            @around [$($param)?] [$rule] [std::borrow::Cow<'_, T>] [T: $rule + ToOwned + ?Sized] [inside] { $($methods)+ }
        );
    };
    (@around [$($param:ident)?] [$rule:ty] [$outer:ty] [$($bound:tt)+] [$inside:ident] {
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
    (@inside $outer:ident) => { Some(&**$outer) };
}
use see_through;
