//! Types of std that are neither scalars nor common collections.

use std::{
    cell::{Cell, RefCell},
    cmp::Reverse,
    collections::LinkedList,
    ffi::CString,
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
    num::{NonZeroI8, NonZeroU8, NonZeroU64, Saturating, Wrapping},
    ops::{Bound, Range, RangeFrom, RangeInclusive, RangeTo},
    path::PathBuf,
    rc::Rc,
    sync::{
        Arc, Mutex, RwLock,
        atomic::{AtomicBool, AtomicI64, AtomicU8},
    },
    time::{Duration, SystemTime},
};

use crate::{
    differences::{NUMBER_IN_STRING, SAME_VALUE_AGAIN, SATURATING, STRUCT_FROM_ARRAY},
    harness::{Tables, both, differs, err, ok},
};

both! {
    struct Fields {
        timeout: Duration,
        range: Option<Range<u8>>,
        address: IpAddr,
        outcome: Result<u8, String>,
        bound: Bound<i8>,
        count: NonZeroU64,
    }
}

pub(crate) fn run(tables: &mut Tables) {
    objects(tables);
    addresses_and_paths(tables);
    wrappers(tables);
    tables.of::<Fields>(&[
        ok(r#"{"timeout":{"secs":1,"nanos":2},"address":"::1","outcome":{"Ok":1},"bound":"Unbounded","count":1}"#),
        err(r#"{"timeout":1,"address":"::1","outcome":{"Ok":1},"bound":"Unbounded","count":1}"#),
        err(r#"{"timeout":{"secs":1,"nanos":2},"address":"::1","outcome":{"Ok":1},"bound":"Unbounded","count":0}"#),
        err(r#"{"timeout":{"secs":1,"nanos":2},"address":"::1","outcome":1,"bound":"Unbounded","count":1}"#),
    ]);
}

fn objects(tables: &mut Tables) {
    tables.of::<Duration>(&[
        ok(r#"{"secs":1,"nanos":5}"#),
        ok(r#"{"nanos":1999999999,"secs":0}"#),
        ok(r#"{"secs":0,"nanos":0}"#),
        err(r#"{"secs":18446744073709551615,"nanos":1000000000}"#),
        err(r#"{"secs":1}"#),
        err(r#"{"secs":1,"nanos":0,"x":0}"#),
        differs(r#"{"secs":1,"secs":1,"nanos":0}"#, &SAME_VALUE_AGAIN),
        err(r#"{"secs":-1,"nanos":0}"#),
        differs("[1,5]", &STRUCT_FROM_ARRAY),
        err("1"),
        err("null"),
    ]);
    tables.of::<SystemTime>(&[
        ok(r#"{"secs_since_epoch":1,"nanos_since_epoch":5}"#),
        err(r#"{"secs_since_epoch":1}"#),
        err("\"1970-01-01T00:00:00Z\""),
    ]);
    tables.of::<Range<u8>>(&[
        ok(r#"{"start":1,"end":2}"#),
        ok(r#"{"end":2,"start":3}"#),
        err(r#"{"start":1}"#),
        err(r#"{"start":1,"end":2,"step":1}"#),
        differs(r#"{"start":1,"start":1,"end":2}"#, &SAME_VALUE_AGAIN),
        err("\"1..2\""),
    ]);
    tables.of::<RangeInclusive<i64>>(&[ok(r#"{"start":-1,"end":2}"#), err("{}")]);
    tables.of::<RangeFrom<u8>>(&[ok(r#"{"start":1}"#), err(r#"{"end":1}"#)]);
    tables.of::<RangeTo<u8>>(&[ok(r#"{"end":1}"#), err(r#"{"start":1}"#)]);
    tables.of::<Bound<u8>>(&[
        ok("\"Unbounded\""),
        ok(r#"{"Included":1}"#),
        ok(r#"{"Excluded":1}"#),
        err("\"Included\""),
        err(r#"{"Included":null}"#),
        err("\"unbounded\""),
        err("null"),
    ]);
    tables.of::<Result<u8, String>>(&[
        ok(r#"{"Ok":1}"#),
        ok(r#"{"Err":"a"}"#),
        err(r#"{"ok":1}"#),
        err(r#"{"Ok":1,"Err":"a"}"#),
        err("{}"),
        err("1"),
        differs(r#"{"Ok":"1"}"#, &NUMBER_IN_STRING),
    ]);
}

fn addresses_and_paths(tables: &mut Tables) {
    tables.of::<IpAddr>(&[
        ok("\"127.0.0.1\""),
        ok("\"::1\""),
        ok("\"2001:db8::\\u0031\""),
        err("\"127.0.0\""),
        err("\"127.0.0.256\""),
        err("\"\""),
        err("\"localhost\""),
        err("1"),
        err("null"),
    ]);
    tables.of::<Ipv4Addr>(&[ok("\"0.0.0.0\""), err("\"::1\""), err("\"1.2.3.04\"")]);
    tables.of::<Ipv6Addr>(&[ok("\"::ffff:1.2.3.4\""), err("\"1.2.3.4\"")]);
    tables.of::<SocketAddr>(&[ok("\"1.2.3.4:80\""), ok("\"[::1]:80\""), err("\"1.2.3.4\""), err("\"::1:80:\"")]);
    tables.of::<PathBuf>(&[ok("\"/a/b\""), ok("\"\""), ok("\"\\n\""), err("null"), err("[]")]);
    tables.of::<CString>(&[ok("[97,98]"), ok("\"ab\""), err("[97,0]"), err("\"a\\u0000\"")]);
}

fn wrappers(tables: &mut Tables) {
    tables.of::<NonZeroU8>(&[ok("1"), ok("255"), err("0"), err("256"), err("-1"), err("null")]);
    tables.of::<NonZeroI8>(&[ok("-128"), err("0"), err("128")]);
    tables.of::<Option<NonZeroU8>>(&[ok("null"), ok("1"), err("0")]);
    tables.of::<Wrapping<u8>>(&[ok("255"), err("256"), err("null")]);
    tables.of::<Saturating<u8>>(&[ok("255"), differs("256", &SATURATING), differs("-1", &SATURATING), err("null")]);
    tables.of::<Reverse<u8>>(&[ok("1"), err("[1]")]);
    tables.of::<AtomicU8>(&[ok("1"), err("256"), err("null")]);
    tables.of::<AtomicI64>(&[ok("-1"), err("1.5")]);
    tables.of::<AtomicBool>(&[ok("true"), err("1")]);
    tables.of::<Cell<u8>>(&[ok("1"), err("null")]);
    tables.of::<RefCell<Vec<u8>>>(&[ok("[1]"), err("1")]);
    tables.of::<Mutex<Option<u8>>>(&[ok("null"), ok("1"), err("{}")]);
    tables.of::<RwLock<String>>(&[ok("\"a\""), err("null")]);
    tables.of::<Rc<u8>>(&[ok("1"), err("null")]);
    tables.of::<Arc<Vec<u8>>>(&[ok("[1]"), err("{}")]);
    tables.of::<LinkedList<u8>>(&[ok("[1,2]"), err("{}")]);
}
