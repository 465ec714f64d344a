"""French typography of the templates, set when they are compiled.

They are written with plain spaces and straight apostrophes. Words that come from Python (labels, messages) go through
the filter `typo`.
"""

from collections.abc import Iterator

from jinja2.ext import Extension
from jinja2.lexer import TOKEN_DATA, TOKEN_STRING, Token, TokenStream

from search_api.french import typeset


class FrenchTypography(Extension):
    """Sets the texts that stand in a template, between its tags and in the quotes of its expressions."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        for token in stream:
            if token.type in {TOKEN_DATA, TOKEN_STRING}:
                yield Token(token.lineno, token.type, typeset(token.value))
            else:
                yield token
