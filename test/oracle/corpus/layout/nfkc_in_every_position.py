import ﬁles.ﬁrst as ﬁrst_ﬁle
from ﬁles import ﬁx, other as ﬂag


def ﬁnd(ﬁeld, *, ﬂow=ﬁrst_file):
    global ﬁnal
    final = ﬁeld
    try:
        pass
    except ValueError as ﬁnding:
        print(finding)
    match ﬂow:
        case {'a': ﬁve, **ﬁllers}:
            return five, fillers, [ﬁt for fit in ﬁeld]
        case [*ﬁns] as ﬁsh:
            return fins, fish, (ﬂy := 1), fly, find, fix, flag


class ﬁb:
    __ﬁx = 1

    def fix(self):
        return __fix, _fib__ﬁx


def outer(ﬂow):
    def inner():
        nonlocal flow, ﬂow
        global file, ﬁle, final
        flow, file, final = 1, 2, 3

    return inner
