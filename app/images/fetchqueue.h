#pragma once

#include "app/images/imagelimits.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QUrl>

#include <functional>
#include <optional>

// Whether somebody looks at the place of the picture, or it is fetched for later.
enum class FetchUrgency : quint8 { Urgent, Quiet };

// Which picture is asked for next: so many at once, so many of one host, the longest waiting first. Quiet
// ones begin only while no urgent one waits, and never take all the room.
class FetchQueue final
{
public:
    // A fetch that has begun.
    struct Place {
        QString host;
        FetchUrgency urgency = FetchUrgency::Urgent;
        bool isResting = false; // the host; only what is urgent begins
    };
    // What the queue has to know of a picture when it looks for the next one: a quiet one may have become
    // urgent since it came.
    using Look = std::function<Place(const QUrl &picture)>;

    explicit FetchQueue(const ImageLimits &limits);

    void append(const QUrl &picture) { m_waiting.append(picture); }
    void prepend(const QUrl &picture) { m_waiting.prepend(picture); }
    void remove(const QUrl &picture) { m_waiting.removeAll(picture); }
    // Takes the next one out of the queue; it runs until end(). nullopt where none may begin.
    std::optional<QUrl> begin(const Look &look);
    void end(const Place &place);
    // Whether what has begun there may have one connection more, which is counted as another fetch, until
    // end() of its own.
    bool extend(const Place &place);

private:
    std::optional<QUrl> take(FetchUrgency urgency, const Look &look);
    bool isFull(FetchUrgency urgency) const; // with all hosts together
    bool hasRoom(const Place &place) const;  // at its host
    void count(const Place &place, int more);
    bool hasUrgent(const Look &look) const;

    struct Running {
        int all = 0;
        int quiet = 0;
    };
    ImageLimits m_limits;
    QList<QUrl> m_waiting;
    Running m_running;
    QHash<QString, Running> m_ofHost;
};
