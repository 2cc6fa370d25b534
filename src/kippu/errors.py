"""Everything that can go wrong, as one tree. Each message says what went wrong, which value, and what to do.

KippuError                      anything we expected could happen; HTTP 500, exit 1
├── BadInput                    what the person or program sent can't be used; HTTP 400, exit 2
│   ├── SettingsError           a setting has a wrong value
│   ├── TooLong                 the request does not fit the model's context
│   └── LayerBroken             a layer's file is wrong: its form, a hash, a part of it
│       └── LayerMisfit         it is whole, and made for another model or for a layer that isn't here
├── NotFound                    no such conversation, model, tool, entity; HTTP 404, exit 2
├── NotAllowed                  a token is missing or wrong, or a permission is; HTTP 401, exit 3
│   └── StaysHere               what would leave stays on this device, as the person chose
├── Busy                        another Kippu holds this data folder, or a slot is taken; HTTP 409, exit 4
├── ModelError                  a model can't be had or run; HTTP 503, exit 5
│   ├── ModelMissing            it is not on this device yet
│   ├── ModelBroken             the file is truncated, corrupt or of another kind
│   ├── FetchError              getting it failed: network, disk full, wrong hash
│   └── CloudError              a provider elsewhere did not answer, or not to its end
│       ├── OverBudget          asking it could pass what the person wants to spend in a month
│       └── TooSlow             it kept us waiting for longer than anybody is to wait
├── HomeError                   the home can't be reached or did not do it; HTTP 502, exit 6
│   └── HomeOffline             no connection to the broker
├── TeamLost                    one of several processes of a training is gone; HTTP 500, exit 1
└── RecordError                 the database can't be read or written; HTTP 500, exit 7
"""

from typing import ClassVar


class KippuError(Exception):
    """Anything we expected could happen. ``str(error)`` is fit to show to a person."""

    status: ClassVar[int] = 500
    exit_code: ClassVar[int] = 1

    def __init__(self, en: str = "", ja: str = "") -> None:
        """What went wrong, in English and, where a person meets it in an answer, in Japanese."""
        super().__init__(en)
        self.ja = ja or en
        """The same in Japanese; the English text where there is no other."""

    def say(self, language: str) -> str:
        """What went wrong, to a person who speaks that language."""
        return self.ja if language == "ja" else str(self)


class BadInput(KippuError):
    """What was sent can't be used; the message says which value and what would do."""

    status = 400
    exit_code = 2


class SettingsError(BadInput):
    """A setting has a wrong value; the message names the setting and where it stands."""


class TooLong(BadInput):
    """The request does not fit the model's context; the message gives both sizes."""


class LayerBroken(BadInput):
    """A layer's file is wrong; the message says which one, what is wrong with it, and what would do."""


class LayerMisfit(LayerBroken):
    """The layer is whole, and made for another model or a layer that isn't here; the message names both."""


class NotFound(KippuError):
    """No such conversation, model, tool or entity; the message says where to look."""

    status = 404
    exit_code = 2


class NotAllowed(KippuError):
    """A token or a permission is missing; the message says how to get it."""

    status = 401
    exit_code = 3


class StaysHere(NotAllowed):
    """What would leave stays on this device, as the person chose, maybe after it was on its way."""

    def __init__(self, en: str, ja: str) -> None:
        """What they chose, in the words of a placement's reason."""
        super().__init__(f"From here on nothing is sent: {en}.", f"ここから先は何も送りません: {ja}。")
        self.reason = (en, ja)


class Busy(KippuError):
    """Something else holds what was asked for; the message says what, and how to free it."""

    status = 409
    exit_code = 4


class ModelError(KippuError):
    """A model can't be had or run."""

    status = 503
    exit_code = 5


class ModelMissing(ModelError):
    """The model is not on this device; the message says how to get it."""


class ModelBroken(ModelError):
    """The model file is truncated, corrupt or of another kind; the message says what to do."""


class FetchError(ModelError):
    """Getting a model failed (network, disk full, wrong hash); what was fetched is kept for the next try."""


class CloudError(ModelError):
    """A provider elsewhere did not answer, or not to its end; this device's own rung goes on."""


class OverBudget(CloudError):
    """Asking could pass what the person wants to spend in a month; the message says both sums."""


class TooSlow(CloudError):
    """A provider kept us waiting for too long: it is not asked again for a while."""


class HomeError(KippuError):
    """The home can't be reached or did not do it."""

    status = 502
    exit_code = 6


class HomeOffline(HomeError):
    """No connection to the home's broker; it is tried again by itself."""


class TeamLost(KippuError):
    """One of several processes of a training is gone, or never came; what was learnt is kept."""


class RecordError(KippuError):
    """The database can't be read or written; the message says which file and why."""

    exit_code = 7
