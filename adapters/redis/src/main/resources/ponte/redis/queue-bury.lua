-- Puts an entry among the dead: key, token, reason.
local number, item = held(ARGV[FIRST], ARGV[FIRST + 1])
if not number then return 0 end
leave(number, item)
item[STANDING], item[MOMENT], item[REASON], item[GRAVE] = DEAD, now, ARGV[FIRST + 2], next_number()
save(number, item)
call('ZADD', dead, 0, item[GRAVE] .. number)
tell()
return 1
