((total)) = ((1))
(first), [(second)] = total, [total]
print((((total))), (first), ((second),))
del (first), [(second)]
for (item) in (total): pass
with (open('x')) as (handle): pass
(lambda value: ((value)))((total))
((call)) = lambda: ((total))
