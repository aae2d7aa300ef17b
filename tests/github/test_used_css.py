"""Of stylesheets a page gets the rules that it can need, none of which loads anything."""

import pytest

from site_builder.github import used_css


@pytest.mark.parametrize(
    ("css", "left"),
    [
        ("p{color:red}", "p{color:red}"),
        (".a{b:c}.d{e:f}", ".a{b:c}"),
        (".a .d,.a b,p{e:f}", ".a b,p{e:f}"),
        ("/* .a{} */p{x:y}", "p{x:y}"),
        ('@charset "utf-8";p{x:y}', "p{x:y}"),
        ("@import url(https://example.org/);p{x:y}", "p{x:y}"),
        ("@media print{.a{b:c}.d{e:f}}", "@media print{.a{b:c}}"),
        ("@media print{.d{e:f}}p{x:y}", "p{x:y}"),
        ("@supports (x:y){@media print{.a{b:c}}}", "@supports (x:y){@media print{.a{b:c}}}"),
        ("@font-face{src:url(x.woff)}@keyframes k{from{a:b}to{c:d}}p{x:y}", "p{x:y}"),
        (".a{b:url(https://example.org/)}.a{b:URL( 'x')}", ""),
        (".a{b:image-set('https://example.org/' 1x)}", ""),
        (".a{b:url(data:image/svg+xml,x)}", ".a{b:url(data:image/svg+xml,x)}"),
        (":root{--x:y}", ":root{--x:y}"),
        ("}}p{x:y}", "p{x:y}"),
        ("p{x:y", ""),
    ],
)
def test_what_is_left_of_a_stylesheet(css: str, left: str) -> None:
    assert used_css.used(css, {"a", "b"}) == left


def test_the_classes_of_html() -> None:
    assert used_css.classes('<p class="a b"><i class="c">class="d"') >= {"a", "b", "c"}
    assert used_css.classes("<p>") == frozenset()
