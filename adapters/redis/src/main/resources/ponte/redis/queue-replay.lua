-- Puts a dead entry back at the end of its lane: key.
local added, old = memory_of(ARGV[FIRST])
local item = old and item_of(old)
if not item or item[STANDING] ~= DEAD then return 0 end
lift(old, item)
local payload = call('HGET', payloads, old)
call('HDEL', items, old)
call('HDEL', payloads, old)
local number = next_number()
item = {item[KEY], item[LANE], now, 0, WAITING, '', '', '', ''}
call('HSET', payloads, number, payload)
if item[LANE] ~= '' then call('ZADD', lanes, 0, in_lane(item) .. number) end
remember(item[KEY], added, number)
wait(number, item)
tell()
return 1
