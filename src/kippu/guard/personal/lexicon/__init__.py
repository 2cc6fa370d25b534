"""Says of a word whether English has it, and whether it is a name that everybody may read anywhere."""

from kippu.guard.personal.lexicon.lexicon import is_common, is_formed, is_known, is_name, is_slip, is_word

__all__ = ["is_common", "is_formed", "is_known", "is_name", "is_slip", "is_word"]
