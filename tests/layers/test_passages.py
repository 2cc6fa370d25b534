"""Documents are cut where a reader would: under headings, between paragraphs, row by row."""

from kippu.layers.passages import of_html, passages


def cut(text: str) -> list[tuple[str, str]]:
    return [(one.title, one.text) for one in passages(text, "page")]


def test_headings_and_paragraphs() -> None:
    text = "Before.\n\n# Book\n\nFirst.\n\n## Part\nSecond\nline.\n\n# Other\n\nThird.\n"
    assert cut(text) == [
        ("page", "Before."),
        ("Book", "First."),
        ("Book > Part", "Second\nline."),
        ("Other", "Third."),
    ]


def test_short_paragraphs_stay_together_and_long_ones_apart() -> None:
    assert len(cut("# Book\n\nOne.\n\nTwo.\n")) == 1
    assert len(cut(f"# Book\n\n{'a ' * 200}\n\n{'b ' * 200}\n")) == 2


def test_code_stays_with_what_announces_it() -> None:
    ((_, text),) = cut(f"# Book\n\n{'word ' * 95}\n\n```sh\n# no heading\n\nmake run\n```\n")
    assert text.endswith("```sh\n# no heading\n\nmake run\n```")


def test_a_row_of_a_table_stands_alone_with_its_columns() -> None:
    rows = cut("# Book\n\n| | who |\n|---|---|\n| up to 5 | a \\| b |\n| above | c |\n\nAfter.\n")
    assert rows == [("Book", "up to 5; who: a | b"), ("Book", "above; who: c"), ("Book", "After.")]


def test_links_pictures_and_comments_are_left_out() -> None:
    assert cut("See [the page](page.md) ![a picture](a.png)<!-- hidden -->.") == [("page", "See the page .")]


def test_a_page_without_an_end() -> None:
    long = "Word after word goes on and on. " * 200
    pieces = cut(long)
    assert len(pieces) > 5
    assert max(len(text) for _, text in pieces) <= 1300
    assert sum(len(text.split()) for _, text in pieces) == len(long.split())


def test_html_becomes_the_same() -> None:
    page = (
        "<head><title>x</title></head><body><h1>Ada</h1><p>A &amp; B<p>C"
        "<ul><li>one<li>two</ul><script>no</script>"
    )
    assert cut(of_html(page)) == [("Ada", "A & B\n\nC\n- one\n- two")]
