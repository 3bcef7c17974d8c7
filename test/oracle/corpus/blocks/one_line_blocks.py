def double(x): return x * 2
class Empty: pass
class Small: size = 1; twice = size * 2
if double(2): y = 1; z = y
else: y = z = 0
for i in range(3): print(i); last = i
while y: y = z; break
with open('f') as f: text = f.read()
try: risky = 1
except ValueError as e: print(e)
finally: del risky
async def noop(): await double(last)
