-- Gives an entry back to its place: key, token, when it is due, why: it failed (0), only waited (1) or
-- is planned anew (2).
local number, item = held(ARGV[FIRST], ARGV[FIRST + 1])
if not number then return 0 end
local due, why = ARGV[FIRST + 2], tonumber(ARGV[FIRST + 3])
lift(number, item)
item[TOKEN] = ''
item[TRIES] = tries_of(item) - (why > 0 and 1 or 0)
if why == 2 then
  not_late(number, item)
  item[DUE] = due
else
  due_again(number, item, due)
end
wait(number, item)
tell()
return 1
