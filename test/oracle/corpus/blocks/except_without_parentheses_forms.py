try: pass
except a, b: pass
except a, b, c: pass
except a.b, c[d], e(f): pass
except (a, b), c: pass

try: pass
except* a, b: pass
except* a.b, c: pass
