from site_builder.start.templates import filled

TEMPLATE = "a {{ name }}\n{{ if more }}\nb {{ more }}\n\n{{ end }}\n${{ kept }} {{kept}}\n".replace(
    "{{ kept }}", "{{ kept-as-it-is }}"
)


def test_places_are_filled_and_blocks_left_out() -> None:
    rest = "${{ kept-as-it-is }} {{kept}}\n"
    assert filled(TEMPLATE, {"name": "x", "more": ""}) == f"a x\n{rest}"
    assert filled(TEMPLATE, {"name": "x", "more": "y"}) == f"a x\nb y\n\n{rest}"


def test_what_is_filled_in_is_no_template() -> None:
    assert filled("{{ name }}", {"name": "{{ more }} {{ if more }}", "more": "y"}) == "{{ more }} {{ if more }}"
