def f(match, case, type, _, print, exec, *, async_=1, **kw):
    match(match=match, case=case, type=type, print=print, exec=exec)
    g = lambda match, case=case, *type, _=_, **print: (match, case, type, _, print)
    match = case = type = _ = print = exec = 0
    match, case, type = type, case, match
    [match, case] = [case, match]
    (match), (case) = case, match
    match.case.type.print.exec = type.match
    match[case][type] = print[exec]
    for match in case: type
    for match, case in type: print
    for match[case] in type: pass
    for type.case in match: pass
    with match as case, type as print: exec
    with (match as case, type as exec,): print
    match: case = type
    case: type
    print: exec = 1
    exec: print
    del match, case, (type, print), [exec]
    return match if case else type
class match(case, type=print): exec = match
class type[case](type): case
try: match
except match as case: case
except (type, print) as exec: exec
import match, case.type as print, exec as type, type as exec
from match import case as type, type as match, print, exec
from case.type import match
from . import type, match, case
global_ = match or case and not type
assert match, case
raise match from case
