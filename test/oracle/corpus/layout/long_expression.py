total = 1
result = total + total + total + total + total + total + total + total + total + total + total + total + total + total
chained = total.a.b.c.d.e.f(total).g[total](total)(total)[total].h
nested = [[[[[[[[[[total]]]]]]]]]], ((((((((((total,),),),),),),),),),)
