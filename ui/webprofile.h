#pragma once

#include <memory>

class QWebEngineProfile;

// A profile that keeps nothing: off the record, no cache, no cookies, no downloads, and every setting of the
// engine that an article does not need switched off (scripts first of all).
std::unique_ptr<QWebEngineProfile> makeProfile();
