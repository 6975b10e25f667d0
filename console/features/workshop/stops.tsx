import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { StopView } from "../../../contracts/api/workshop.js";
import { dateInWords } from "../../../contracts/dates.js";
import { Button } from "../../components/button.js";
import { CommandError } from "../../components/states.js";
import { workshopQuery } from "../../server/workshop-queries.js";
import { sv } from "../../texts/sv.js";
import { ReviewStopDialog, StopRuleDialog } from "./stop-dialogs.js";

const text = sv.workshop.stops;

const Review = ({ stop, onReview }: { readonly stop: StopView; readonly onReview: () => void }) => (
  <>
    {stop.review === null ? (
      <span className="tag warn">{text.notReviewed}</span>
    ) : (
      <>
        <span className={stop.review.lifted ? "tag good" : "tag bad"}>
          {stop.review.lifted ? text.lifted : text.stands}
        </span>{" "}
        {stop.review.text} <span className="muted">({stop.review.by.name})</span>
      </>
    )}{" "}
    {stop.mayReview ? (
      <Button onPress={onReview} aria-label={`${text.review} ${stop.title}`}>
        {text.review}
      </Button>
    ) : stop.review === null ? (
      <span className="small muted">{text.ownStop}</span>
    ) : null}
  </>
);

/** The rules that somebody has stopped, the way to stop one at once, and another's review of it. */
export const Stops = () => {
  const { data: workshop, error } = useQuery(workshopQuery);
  const [stops, setStops] = useState(false);
  const [reviews, setReviews] = useState<StopView | undefined>();
  return (
    <section className="panel stack" id="stops" aria-labelledby="stops-title">
      <div className="line-up spread">
        <h2 id="stops-title">{text.title}</h2>
        {workshop?.mayStop === true ? (
          <Button
            onPress={() => {
              setStops(true);
            }}
          >
            {text.stop}
          </Button>
        ) : null}
      </div>
      <CommandError error={error} />
      <p className="muted">{text.intro}</p>
      {workshop?.stops.length === 0 ? <p>{text.none}</p> : null}
      {workshop === undefined || workshop.stops.length === 0 ? null : (
        <div className="table-scroll">
          <table>
            <caption className="visually-hidden">{text.title}</caption>
            <thead>
              <tr>
                {Object.values(text.columns).map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {workshop.stops.map((stop) => (
                <tr key={stop.id}>
                  <th scope="row">{stop.title}</th>
                  <td>{stop.reason}</td>
                  <td>
                    {stop.stoppedBy.name}, {dateInWords(stop.stoppedOn)}
                  </td>
                  <td>
                    <Review
                      stop={stop}
                      onReview={() => {
                        setReviews(stop);
                      }}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {stops && workshop !== undefined ? (
        <StopRuleDialog
          provisions={workshop.provisions}
          onClose={() => {
            setStops(false);
          }}
        />
      ) : null}
      {reviews === undefined ? null : (
        <ReviewStopDialog
          stop={reviews}
          onClose={() => {
            setReviews(undefined);
          }}
        />
      )}
    </section>
  );
};
