from . import sibling
from .. import cousin as relative
from .package import name, other as alias
from ...package.module import deep
from .import spaced
from.import tight
from . package . module import split
