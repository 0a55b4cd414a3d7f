#include "ui/textreason.h"

#include <QCoreApplication>

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(TextReason)
};

QString sentence(TextReason reason)
{
    switch (reason) {
    case TextReason::RendererGone:
        return Text::tr("The web engine stopped while it drew this page, so this is its text alone.");
    case TextReason::NotPainted:
        return Text::tr("The web engine’s picture does not reach the screen, so this is the text alone.");
    case TextReason::TooSlow:
        return Text::tr("The web engine takes too long to draw this page, so this is its text alone.");
    case TextReason::LeftByLastRun:
        return Text::tr("Lectern stopped while it opened this article before, so this is its text alone.");
    case TextReason::NoSandbox:
        return Text::tr(
            "This system does not let the web engine lock its pages in (user namespaces are switched "
            "off), so this is the text alone.");
    }
    return {};
}

}

QString textNotice(TextReason reason, bool softwareNext)
{
    if (!softwareNext)
        return sentence(reason);
    return sentence(reason) + u' ' +
           Text::tr("From its next start on, Lectern draws without the graphics card.");
}
