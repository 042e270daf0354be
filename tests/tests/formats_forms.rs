//! Forms and query strings: every value is text, a list is a key that comes more than once.

use connect_runtime::ConnectModel;
use serde::de::DeserializeOwned;

#[derive(Debug, PartialEq, ConnectModel)]
struct Search {
    text: String,
    page: Option<u32>,
    #[connect(default)]
    exact: bool,
}

fn search(text: &str, page: Option<u32>, exact: bool) -> Search {
    Search { text: text.to_owned(), page, exact }
}

fn urlencoded<T: DeserializeOwned>(form: &str) -> Result<T, String> {
    serde_urlencoded::from_str(form).map_err(|error| error.to_string())
}

fn html_form<T: DeserializeOwned>(form: &str) -> Result<T, String> {
    serde_html_form::from_str(form).map_err(|error| error.to_string())
}

#[test]
fn values_are_coerced_from_text_and_texts_keep_their_digits() {
    for read in [urlencoded, html_form] {
        assert_eq!(read("text=1.10&page=2&exact=true"), Ok(search("1.10", Some(2), true)));
        assert_eq!(read("exact=false&text=007&other=1"), Ok(search("007", None, false)));
        assert_eq!(read("text=a+b%26c"), Ok(search("a b&c", None, false)));
        assert_eq!(read("text="), Ok(search("", None, false)));
    }
}

#[test]
fn every_problem_is_reported() {
    for read in [urlencoded::<Search>, html_form] {
        let message = read("page=-1&exact=1").unwrap_err();
        assert_eq!(
            message,
            "text: required field `text` is missing [missing_field]\n\
             page: the string `\"-1\"` is out of range, expected 0 to 4294967295 [number_out_of_range]\n\
             exact: expected `true` or `false`, found the string `\"1\"` [invalid_value]"
        );
        assert_eq!(read("").unwrap_err(), "text: required field `text` is missing [missing_field]");
    }
}

#[derive(Debug, PartialEq, ConnectModel)]
struct Filter {
    #[connect(one_or_many, default)]
    id: Vec<u32>,
    #[connect(empty_as_none)]
    owner: Option<u32>,
}

#[test]
fn a_list_needs_one_or_many_and_a_blank_option_empty_as_none() {
    let filter = |id: &[u32], owner| Ok(Filter { id: id.to_vec(), owner });
    assert_eq!(html_form("id=1&id=2&owner=7"), filter(&[1, 2], Some(7)));
    for read in [urlencoded, html_form] {
        assert_eq!(read("id=1&owner="), filter(&[1], None));
        assert_eq!(read(""), filter(&[], None));
    }
}

#[derive(Debug, PartialEq, ConnectModel)]
struct Plain {
    #[connect(default)]
    id: Vec<u32>,
    owner: Option<u32>,
}

#[test]
fn without_these_attributes_the_message_says_what_the_form_has() {
    assert_eq!(html_form("id=1&id=2"), Ok(Plain { id: vec![1, 2], owner: None }));
    for read in [urlencoded::<Plain>, html_form] {
        assert_eq!(
            read("id=1&owner=").unwrap_err(),
            "id: expected an array, found the string `\"1\"` [wrong_type]\n\
             owner: expected an integer, found the string `\"\"` [invalid_number]"
        );
    }
    assert_eq!(
        html_form::<Search>("text=a&text=b").unwrap_err(),
        "text: expected a string, found an array [wrong_type]"
    );
    assert_eq!(
        urlencoded::<Search>("text=a&text=b").unwrap_err(),
        "text: `text` repeats a field that the object already has [duplicate_field]"
    );
}
