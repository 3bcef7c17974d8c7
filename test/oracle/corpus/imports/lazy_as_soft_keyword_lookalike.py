lazy = 1
imported = lazy
from_ = imported
as_ = from_
import_ = [lazy for lazy in as_]
