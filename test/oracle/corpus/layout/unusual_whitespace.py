total=1;first=total;second=first
if total:first=2
def f(a,b=total,*c,d,**e):return(a,b,c,d,e)
print(f(total,*[first],d=second,**{}))
class C(object):x=1;y=x
g=lambda a,b:a+b
h=[i for i in(1,2)if i]or[total]and{first}
not_=not(total)
x=total if(first)else(second)
1if total else 2
