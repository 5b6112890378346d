-- Leases the entries that have been due longest: how many, until when, beginning of the tokens, how
-- many bytes of payloads are enough.
local most, till, token = tonumber(ARGV[FIRST]), ARGV[FIRST + 1], ARGV[FIRST + 2]
local armful = tonumber(ARGV[FIRST + 3])
local PAYLOAD = 4 -- of what is handed out
end_leases()
local page = call('ZRANGEBYLEX', ready, '-', up_to(now), 'LIMIT', 0, most)
local followers, items_of = {}, {} -- latest first; what was read already
local leases, i, bytes = {}, 1, 0
while #leases < most and bytes < armful do
  local place, follower = page[i], followers[#followers]
  if follower and (not place or follower < place) then
    place = follower
    followers[#followers] = nil
  elseif place then
    i = i + 1
  else
    break
  end
  local number = string.sub(place, 27)
  local item = items_of[number] or item_of(number)
  local lease = hand_out(number, item, till, token)
  leases[#leases + 1], bytes = lease, bytes + #lease[PAYLOAD]
  local next_number = after(number, item)
  local next_item = next_number and item_of(next_number)
  if next_item and next_item[STANDING] == WAITING and next_item[DUE] <= now then
    local next_place, at = next_item[DUE] .. next_number, #followers + 1
    while at > 1 and followers[at - 1] < next_place do at = at - 1 end
    table.insert(followers, at, next_place)
    items_of[next_number] = next_item
  end
end
tell()
return leases
