a=[x for x in(1,2)if x]
b={x:x for x in[1,2]if(x)}
c={x for x in{1,2}}
d=[(x)for(x)in((a))]
e={(x):(x)for x in a}
f=[[x]for[x]in[[1]]]
g={1:2for x in a}
