-- Takes over what another queue held, unless it is here. Of each: 'k', key, when it was added; or
-- 'w' or 'd', key, lane, due, payload, attempts, reason and moment of the burial.
local i = FIRST
while i <= #ARGV do
  local kind, key = ARGV[i], ARGV[i + 1]
  local since, there = memory_of(key)
  if kind == 'k' then
    if not since then
      remember(key, ARGV[i + 2])
      call('ZADD', passing, 0, ARGV[i + 2] .. key)
    end
    i = i + 3
  else
    if not there then
      local lane, number = ARGV[i + 2], next_number()
      local attempts = tonumber(ARGV[i + 5])
      local item = {key, lane, ARGV[i + 3], attempts, kind, '', '', '', '', attempts}
      remember(key, since or string.rep('0', 26), number)
      call('HSET', payloads, number, ARGV[i + 4])
      if kind == DEAD then
        item[REASON], item[MOMENT], item[GRAVE] = ARGV[i + 6], ARGV[i + 7], next_number()
        save(number, item)
        call('ZADD', dead, 0, item[GRAVE] .. number)
      else
        if lane ~= '' then call('ZADD', lanes, 0, in_lane(item) .. number) end
        wait(number, item)
      end
    end
    i = i + 8
  end
end
list_topic()
tell()
return 1
