-- Adds entries with new keys: key, lane, due and payload of each. Answers how many were new.
forget(10 + #ARGV)
local added = 0
for i = FIRST, #ARGV, 4 do
  local key, lane, due = ARGV[i], ARGV[i + 1], ARGV[i + 2]
  local since, there = memory_of(key)
  if not since or not there and since <= forgotten then
    if since then forget_key(key, since) end
    local number = next_number()
    remember(key, now, number)
    call('ZADD', passing, 0, now .. key)
    local item = {key, lane, due, 0, WAITING, '', '', '', ''}
    call('HSET', payloads, number, ARGV[i + 3])
    if lane ~= '' then call('ZADD', lanes, 0, in_lane(item) .. number) end
    wait(number, item)
    added = added + 1
  end
end
if added > 0 then call('ZADD', topics, 0, topic) end
tell()
return added
