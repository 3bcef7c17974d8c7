async_ = await_ = 1
def nonlocal_(): pass
is_, in_, not_, or_, and_ = 1, 2, 3, 4, 5
None_ = True_ = False_ = 0
lambda_ = for_ = if_ = else_ = 0
def_, class_, with_, as_ = 0, 0, 0, 0
from_, import_ = 0, 0
isx = notx = inx = 1
matcha = casea = typea = 1
matcha (x)
casea [x]
typea (x).y = 1
type_ = type
type_x = 1
match_ = match
match_x: int = 1
printx = execx = 1
printx (x), y
_match, _case, _type = 1, 2, 3
match2 = case2 = type2 = 3
__match__ = __type__ = 1
yield_ = return_ = 1
Ellipsis, NotImplemented, __debug__
__name__, __file__, __doc__
