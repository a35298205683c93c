"""Opens what lies on disk: files, folders and archives become a stream of blobs, the rest a Defect each.

Nothing is ever written under a member's name: what must be unpacked goes to memory or to a nameless temporary
file, so that a member called `../../x` can do no harm even where it is read.
"""

from maarif.files.fingerprints import fingerprint
from maarif.files.limits import Limits
from maarif.files.names import is_unfinished
from maarif.files.opening import Opening
from maarif.files.walking import Place, find, walk

__all__ = ["Limits", "Opening", "Place", "find", "fingerprint", "is_unfinished", "walk"]
