-- Documents in order of id, after one.
local after, most = ARGV[3], tonumber(ARGV[4])
return living(ids, after == '' and '-' or '(' .. after, '+', most, 1)
