'doc'; from __future__ import generator_stop; from __future__ import annotations as a; x: y
def f(p: q): pass
